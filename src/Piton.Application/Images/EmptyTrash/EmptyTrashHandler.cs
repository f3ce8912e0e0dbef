using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Images.EmptyTrash;

internal sealed class EmptyTrashHandler(TrashRemoval removal) : IRequestHandler<EmptyTrashCommand, Result<int>>
{
    public async Task<Result<int>> Handle(EmptyTrashCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.EmptyTrash))
        {
            return Result.Forbidden();
        }

        return await removal.RemoveAsync(_ => true, cancellationToken);
    }
}
