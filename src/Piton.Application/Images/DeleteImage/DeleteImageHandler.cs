using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImage;

internal sealed class DeleteImageHandler(IImageCatalog catalog, TimeProvider clock) : IRequestHandler<DeleteImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(DeleteImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.DeleteImages))
        {
            return Result.Forbidden();
        }

        var now = clock.GetUtcNow();
        var change = await catalog.UpdateAsync(
            request.Id,
            image => image.IsInTrash ? null : image.MoveToTrash(now),
            cancellationToken);
        return change.ToResult();
    }
}
