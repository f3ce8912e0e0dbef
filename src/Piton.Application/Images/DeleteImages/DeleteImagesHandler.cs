using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImages;

internal sealed class DeleteImagesHandler(IImageCatalog catalog, TimeProvider clock)
    : IRequestHandler<DeleteImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public async Task<Result<IReadOnlyList<ChangedImage>>> Handle(DeleteImagesCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.DeleteImages))
        {
            return Result.Forbidden();
        }

        var now = clock.GetUtcNow();
        return await catalog.UpdateAllAsync(request.Ids, image => image.IsInTrash ? null : image.MoveToTrash(now), cancellationToken);
    }
}
