using Ardalis.Result;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Removes images in the trash for good: first from the catalogue, then their files.</summary>
/// <remarks>A crash in between leaves files without a line, which the next start moves aside.</remarks>
internal sealed class TrashRemoval(IImageCatalog catalog, IImageStore store)
{
    private const int PageSize = 200;

    /// <summary>Removes every image in the trash that <paramref name="condition"/> holds for.</summary>
    /// <returns>How many were removed; or why the rest could not be.</returns>
    public async Task<Result<int>> RemoveAsync(Func<Image, bool> condition, CancellationToken cancellationToken)
    {
        var removed = 0;
        CatalogCursor? after = null;
        do
        {
            var page = await catalog.PageAsync(new CatalogQuery(ImageSort.Oldest, PageSize, after, Trashed: true), cancellationToken);
            foreach (var image in page.Items.Where(condition))
            {
                var change = await catalog.RemoveAsync(image.Id, current => current.IsInTrash && condition(current), cancellationToken);
                if (change.Outcome is CatalogOutcome.DiskFull or CatalogOutcome.ReadOnly)
                {
                    return change.ToResult().Map(_ => removed);
                }

                if (change.Outcome is CatalogOutcome.Done)
                {
                    // The catalogue has forgotten it, so nobody would come back for these files.
                    await store.DeleteAsync(image.Id, CancellationToken.None);
                    removed++;
                }
            }

            after = page.Next;
        }
        while (after is not null);

        return removed;
    }
}
