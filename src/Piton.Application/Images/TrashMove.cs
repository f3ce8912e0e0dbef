using Ardalis.Result;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Moves all images of somebody to the trash.</summary>
internal sealed class TrashMove(IImageCatalog catalog, IImageListing listing, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Moves them, to the last: whether whoever asked for it waits or not.</summary>
    /// <returns>How many were moved; or why the rest could not be.</returns>
    public async Task<Result<int>> MoveAllAsync(AccountId owner)
    {
        var moved = 0;
        while (true)
        {
            // Each that is moved leaves the listing, so the first page is another one each time.
            var query = new CatalogQuery(ImageSort.Oldest, PageSize) { Scope = CatalogScope.OwnedBy(owner) };
            var page = await listing.PageAsync(query, CancellationToken.None);
            var now = clock.GetUtcNow();
            var changes = await Task.WhenAll(page.Items.Select(image => catalog.UpdateAsync(image.Id, own => own.MoveToTrash(now), CancellationToken.None)));
            if (changes.FindRefused() is { } refused)
            {
                return refused.ToResult().Map(_ => moved);
            }

            moved += changes.Count(change => change.Outcome == CatalogOutcome.Done);
            if (page.Next is null)
            {
                return moved;
            }
        }
    }
}
