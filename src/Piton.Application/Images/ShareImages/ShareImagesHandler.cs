using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ShareImages;

internal sealed class ShareImagesHandler(IImageCatalog catalog, Audit audit) : IRequestHandler<ShareImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public async Task<Result<IReadOnlyList<ChangedImage>>> Handle(ShareImagesCommand request, CancellationToken cancellationToken)
    {
        var visibility = Visibilities.FromName(request.Visibility)!.Value;
        var result = await catalog.ChangeAllAsync(
            request.Actor, Right.ShareImages, request.Ids, request.Actor.MaySee, image => image with { Visibility = visibility }, cancellationToken);
        return await audit.TellAsync(request.Actor, AuditAction.ImagesShared, result, $"{visibility.Name()}:");
    }
}
