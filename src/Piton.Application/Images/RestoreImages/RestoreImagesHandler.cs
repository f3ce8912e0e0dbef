using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImages;

internal sealed class RestoreImagesHandler(IImageCatalog catalog, Audit audit)
    : IRequestHandler<RestoreImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public async Task<Result<IReadOnlyList<ChangedImage>>> Handle(RestoreImagesCommand request, CancellationToken cancellationToken)
    {
        var result = await catalog.ChangeAllAsync(
            request.Actor,
            Right.RestoreImages,
            request.Ids,
            image => image.IsInTrash ? request.Actor.May(Right.RestoreImages, image.Owner) : request.Actor.MaySee(image),
            image => image.Restore(),
            cancellationToken);
        return await audit.TellAsync(request.Actor, AuditAction.ImagesRestored, result);
    }
}
