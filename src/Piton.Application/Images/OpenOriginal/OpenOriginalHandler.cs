using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenOriginal;

internal sealed class OpenOriginalHandler(IImageCatalog catalog, IImageStore store)
    : IRequestHandler<OpenOriginalQuery, Result<OpenedOriginal>>
{
    public async Task<Result<OpenedOriginal>> Handle(OpenOriginalQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.OpenOriginals))
        {
            return Result.Forbidden();
        }

        if (await catalog.GetAsync(request.Id, cancellationToken) is not { } image
            || !request.Actor.MaySee(image)
            || !image.ShowsOriginalTo(request.Actor)
            || await store.OpenOriginalAsync(image.Id, image.Source, cancellationToken) is not { } content)
        {
            return Result.NotFound();
        }

        return new OpenedOriginal(image, content);
    }
}
