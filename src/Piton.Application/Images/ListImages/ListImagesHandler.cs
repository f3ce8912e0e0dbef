using Ardalis.Result;
using MediatR;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

internal sealed class ListImagesHandler(IImageListing listing) : IRequestHandler<ListImagesQuery, Result<CatalogPage>>
{
    public async Task<Result<CatalogPage>> Handle(ListImagesQuery request, CancellationToken cancellationToken)
    {
        if (request.Actor.ScopeOf(request.Whose) is not { } scope)
        {
            return Result.Forbidden();
        }

        var sort = ImageSorts.FromName(request.Sort) ?? ImageSort.Newest;
        var query = new CatalogQuery(sort, request.Limit, PageRules.Cursor(request.After), request.Search) { Scope = scope };
        return await listing.PageAsync(query, cancellationToken);
    }
}
