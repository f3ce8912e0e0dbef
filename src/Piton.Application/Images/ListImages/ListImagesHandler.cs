using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

internal sealed class ListImagesHandler(IImageListing listing) : IRequestHandler<ListImagesQuery, Result<CatalogPage>>
{
    public async Task<Result<CatalogPage>> Handle(ListImagesQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages) || ScopeOf(request) is not { } scope)
        {
            return Result.Forbidden();
        }

        var sort = ImageSorts.FromName(request.Sort) ?? ImageSort.Newest;
        var query = new CatalogQuery(sort, request.Limit, PageRules.Cursor(request.After), request.Search) { Scope = scope };
        return await listing.PageAsync(query, cancellationToken);
    }

    // Null where that is not theirs to list.
    private static CatalogScope? ScopeOf(ListImagesQuery request) => WhoseNames.FromName(request.Whose)!.Value switch
    {
        Whose.Gallery => request.Actor.Gallery(),
        Whose.Own => request.Actor.Account is { } account && request.Actor.May(Right.ViewHiddenImages, account) ? CatalogScope.OwnedBy(account) : null,
        Whose.All => request.Actor.ReachOf(Right.ViewHiddenImages) == Reach.Any ? CatalogScope.All : null,
    };
}
