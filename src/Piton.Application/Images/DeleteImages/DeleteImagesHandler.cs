using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImages;

internal sealed class DeleteImagesHandler(IImageCatalog catalog, Audit audit, TimeProvider clock)
    : IRequestHandler<DeleteImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public async Task<Result<IReadOnlyList<ChangedImage>>> Handle(DeleteImagesCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var result = await catalog.ChangeAllAsync(
            request.Actor, Right.DeleteImages, request.Ids, request.Actor.MaySee, image => image.MoveToTrash(now), cancellationToken);
        return await audit.TellAsync(request.Actor, AuditAction.ImagesDeleted, result);
    }
}
