using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ShareImages;

internal sealed class ShareImagesHandler(IImageCatalog catalog) : IRequestHandler<ShareImagesCommand, Result<IReadOnlyList<ChangedImage>>>
{
    public Task<Result<IReadOnlyList<ChangedImage>>> Handle(ShareImagesCommand request, CancellationToken cancellationToken)
    {
        var visibility = Visibilities.FromName(request.Visibility)!.Value;
        return catalog.ChangeAllAsync(
            request.Actor, Right.ShareImages, request.Ids, request.Actor.MaySee, image => image with { Visibility = visibility }, cancellationToken);
    }
}
