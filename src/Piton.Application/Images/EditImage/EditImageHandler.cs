using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.EditImage;

internal sealed class EditImageHandler(IImageCatalog catalog) : IRequestHandler<EditImageCommand, Result<Image>>
{
    public Task<Result<Image>> Handle(EditImageCommand request, CancellationToken cancellationToken) =>
        catalog.ChangeAsync(request.Actor, [.. RightsFor(request)], request.Id, image => Edit(image, request), cancellationToken);

    private static IEnumerable<Right> RightsFor(EditImageCommand request)
    {
        if (request.Name is not null || request.Alt is not null)
        {
            yield return Right.EditImages;
        }

        if (request.Visibility is not null)
        {
            yield return Right.ShareImages;
        }
    }

    private static Image Edit(Image image, EditImageCommand request)
    {
        var renamed = request.Name is { } name ? image.Rename(name) : image;
        var described = request.Alt is { } alt ? renamed.Describe(alt) : renamed;
        return request.Visibility is { } visibility ? described with { Visibility = Visibilities.FromName(visibility)!.Value } : described;
    }
}
