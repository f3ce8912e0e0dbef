using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImages;

internal sealed class RestoreImagesHandler(IImageCatalog catalog)
    : IRequestHandler<RestoreImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public async Task<Result<IReadOnlyList<ChangedImage>>> Handle(RestoreImagesCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.RestoreImages))
        {
            return Result.Forbidden();
        }

        return await catalog.UpdateAllAsync(request.Ids, image => image.Restore(), cancellationToken);
    }
}
