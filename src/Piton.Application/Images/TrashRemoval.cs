using System.Collections.Concurrent;
using Ardalis.Result;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Removes images in the trash for good: first from the catalogue, then their files.</summary>
/// <remarks>A crash in between leaves files without a line, which the next start moves aside.</remarks>
internal sealed class TrashRemoval(IImageCatalog catalog, IImageListing listing, ForgottenFiles files, Audit audit)
{
    private const int PageSize = 200;

    // So many removals share a flush of the catalogue, and so few deletions keep other requests waiting for the disk.
    private const int AtOnce = 16;

    /// <summary>Removes every image in the trash that <paramref name="condition"/> holds for.</summary>
    /// <param name="actor">Who removes them, for the audit log: it says how many, in one entry, however it ended.</param>
    /// <param name="scope">Whose images.</param>
    /// <param name="condition">Asked of each image as it is when it is removed.</param>
    /// <param name="cancellationToken">Heeded between one page of images and the next.</param>
    /// <returns>How many were removed; or why the rest could not be.</returns>
    public async Task<Result<int>> RemoveAsync(Actor actor, CatalogScope scope, Func<Image, bool> condition, CancellationToken cancellationToken)
    {
        var removed = 0;
        try
        {
            CatalogCursor? after = null;
            do
            {
                var query = new CatalogQuery(ImageSort.Oldest, PageSize, after, Trashed: true) { Scope = scope };
                var page = await listing.PageAsync(query, cancellationToken);
                var changes = await RemoveAsync(page.Items.Where(condition), image => scope.Contains(image) && condition(image));
                removed += changes.Count(change => change.Outcome == CatalogOutcome.Done);
                if (changes.FindRefused() is { } refused)
                {
                    return refused.ToResult().Map(_ => removed);
                }

                after = page.Next;
            }
            while (after is not null);

            return removed;
        }
        finally
        {
            if (removed > 0)
            {
                await audit.WriteAsync(actor, AuditAction.TrashEmptied, ImageAudit.CountOf(removed));
            }
        }
    }

    private async Task<IReadOnlyCollection<CatalogChange>> RemoveAsync(IEnumerable<Image> images, Func<Image, bool> condition)
    {
        var changes = new ConcurrentBag<CatalogChange>();
        await Parallel.ForEachAsync(images, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (image, _) =>
        {
            var change = await catalog.RemoveAsync(image.Id, current => current.IsInTrash && condition(current), CancellationToken.None);
            changes.Add(change);
            if (change.Outcome == CatalogOutcome.Done)
            {
                await files.DeleteAsync(image.Id);
            }
        });
        return changes;
    }
}
