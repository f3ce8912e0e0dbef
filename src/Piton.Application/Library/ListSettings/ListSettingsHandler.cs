using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.ListSettings;

internal sealed class ListSettingsHandler(ServerSettings settings) : IRequestHandler<ListSettingsQuery, Result<IReadOnlyList<ServerSetting>>>
{
    public Task<Result<IReadOnlyList<ServerSetting>>> Handle(ListSettingsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Actor.May(Right.Administer) ? Result.Success(settings.All) : Result.Forbidden());
}
