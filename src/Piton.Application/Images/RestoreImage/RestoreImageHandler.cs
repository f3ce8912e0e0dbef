using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImage;

internal sealed class RestoreImageHandler(IImageCatalog catalog, Audit audit) : IRequestHandler<RestoreImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(RestoreImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.RestoreImages))
        {
            return Result.Forbidden();
        }

        switch (await catalog.GetAsync(request.Id, cancellationToken))
        {
            case { IsInTrash: true } image when request.Actor.May(Right.RestoreImages, image.Owner):
                var change = await catalog.UpdateAsync(request.Id, trashed => trashed.Restore(), cancellationToken);
                return await audit.TellAsync(request.Actor, AuditAction.ImageRestored, change.ToResult());
            case { } image when request.Actor.MaySee(image):
                return image;
            default:
                return Result.NotFound();
        }
    }
}
