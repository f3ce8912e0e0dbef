using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImages;

internal sealed class RestoreImagesHandler(IImageCatalog catalog)
    : IRequestHandler<RestoreImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public Task<Result<IReadOnlyList<ChangedImage>>> Handle(RestoreImagesCommand request, CancellationToken cancellationToken) =>
        catalog.ChangeAllAsync(
            request.Actor,
            Right.RestoreImages,
            request.Ids,
            image => image.IsInTrash ? request.Actor.May(Right.RestoreImages, image.Owner) : request.Actor.MaySee(image),
            image => image.Restore(),
            cancellationToken);
}
