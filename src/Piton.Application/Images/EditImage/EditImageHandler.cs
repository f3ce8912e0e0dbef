using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.EditImage;

internal sealed class EditImageHandler(IImageCatalog catalog) : IRequestHandler<EditImageCommand, Result<Image>>
{
    public async Task<Result<Image>> Handle(EditImageCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.EditImages))
        {
            return Result.Forbidden();
        }

        var change = await catalog.UpdateAsync(
            request.Id,
            image => image.IsInTrash ? null : Edit(image, request),
            cancellationToken);
        return change.ToResult();
    }

    private static Image Edit(Image image, EditImageCommand request)
    {
        var renamed = request.Name is { } name ? image.Rename(name) : image;
        return request.Alt is { } alt ? renamed.Describe(alt) : renamed;
    }
}
