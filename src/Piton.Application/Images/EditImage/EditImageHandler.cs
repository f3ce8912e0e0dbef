using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.EditImage;

internal sealed class EditImageHandler(IImageCatalog catalog, Audit audit) : IRequestHandler<EditImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(EditImageCommand request, CancellationToken cancellationToken)
    {
        string? differences = null;
        var result = await catalog.ChangeAsync(
            request.Actor,
            [.. RightsFor(request)],
            request.Id,
            image =>
            {
                var edited = Edit(image, request);
                differences = ImageAudit.Differences(image, edited);
                return edited;
            },
            cancellationToken);
        if (result.IsSuccess && differences is not null)
        {
            await audit.WriteAsync(request.Actor, AuditAction.ImageEdited, request.Id.ToString(), differences);
        }

        return result;
    }

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
