using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

internal sealed class ListImagesHandler(IImageListing listing) : IRequestHandler<ListImagesQuery, Result<CatalogPage>>
{
    public async Task<Result<CatalogPage>> Handle(ListImagesQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages))
        {
            return Result.Forbidden();
        }

        var sort = ImageSorts.FromName(request.Sort) ?? ImageSort.Newest;
        var query = new CatalogQuery(sort, request.Limit, PageRules.Cursor(request.After), request.Search);
        return await listing.PageAsync(query, cancellationToken);
    }
}
