using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.PurgeTrash;

internal sealed class PurgeTrashHandler(TrashRemoval removal, TrashPolicy policy, TimeProvider clock)
    : IRequestHandler<PurgeTrashCommand, Result<int>>
{
    public async Task<Result<int>> Handle(PurgeTrashCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.PurgeTrash))
        {
            return Result.Forbidden();
        }

        var now = clock.GetUtcNow();
        return await removal.RemoveAsync(request.Actor, CatalogScope.All, image => image.IsDueForPurge(now, policy.KeepFor), cancellationToken);
    }
}
