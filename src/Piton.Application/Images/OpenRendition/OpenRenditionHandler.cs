using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenRendition;

internal sealed class OpenRenditionHandler(IImageCatalog catalog, IImageStore store)
    : IRequestHandler<OpenRenditionQuery, Result<OpenedRendition>>
{
    public async Task<Result<OpenedRendition>> Handle(OpenRenditionQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages))
        {
            return Result.Forbidden();
        }

        if (!RenditionName.TryParse(request.Name, out var name)
            || await catalog.GetAsync(request.Id, cancellationToken) is not { } image
            || !request.Actor.MaySee(image)
            || image.Find(name) is not { } rendition
            || await store.OpenAsync(image.Id, rendition, cancellationToken) is not { } content)
        {
            return Result.NotFound();
        }

        return new OpenedRendition(image, rendition, content);
    }
}
