using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListTrash;

internal sealed class ListTrashHandler(IImageListing listing) : IRequestHandler<ListTrashQuery, Result<CatalogPage>>
{
    public async Task<Result<CatalogPage>> Handle(ListTrashQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.RestoreImages))
        {
            return Result.Forbidden();
        }

        var query = new CatalogQuery(ImageSort.Newest, request.Limit, PageRules.Cursor(request.After), Trashed: true)
        {
            Scope = request.Actor.ScopeOf(Right.RestoreImages),
        };
        return await listing.PageAsync(query, cancellationToken);
    }
}
