using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.EmptyTrash;

internal sealed class EmptyTrashHandler(TrashRemoval removal) : IRequestHandler<EmptyTrashCommand, Result<int>>
{
    public async Task<Result<int>> Handle(EmptyTrashCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.EmptyTrash))
        {
            return Result.Forbidden();
        }

        return await removal.RemoveAsync(request.Actor, request.Actor.ScopeOf(Right.EmptyTrash), _ => true, cancellationToken);
    }
}
