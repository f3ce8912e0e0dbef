using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListSessions;

internal sealed class ListSessionsHandler(ISessionCatalog sessions) : IRequestHandler<ListSessionsQuery, Result<IReadOnlyList<Session>>>
{
    public async Task<Result<IReadOnlyList<Session>>> Handle(ListSessionsQuery request, CancellationToken cancellationToken) =>
        request.Actor.Account is { } account && request.Actor.May(Right.ManageAccount, account)
            ? Result.Success(await sessions.ListAsync(account, cancellationToken))
            : Result.Forbidden();
}
