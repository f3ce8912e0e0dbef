using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImages;

internal sealed class DeleteImagesHandler(IImageCatalog catalog, TimeProvider clock)
    : IRequestHandler<DeleteImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public Task<Result<IReadOnlyList<ChangedImage>>> Handle(DeleteImagesCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return catalog.ChangeAllAsync(
            request.Actor, Right.DeleteImages, request.Ids, request.Actor.MaySee, image => image.MoveToTrash(now), cancellationToken);
    }
}
