using Ardalis.Result;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Changes many images at once.</summary>
internal static class SelectionChanges
{
    /// <summary>Makes the same change of each image; the changes share their way to disk.</summary>
    /// <returns>What became of each, in the order of <paramref name="ids"/> and once each; or why none could be written.</returns>
    public static async Task<Result<IReadOnlyList<ChangedImage>>> UpdateAllAsync(
        this IImageCatalog catalog, IEnumerable<ImageId> ids, Func<Image, Image?> change, CancellationToken cancellationToken)
    {
        ImageId[] each = [.. ids.Distinct()];
        var changes = await Task.WhenAll(each.Select(id => catalog.UpdateAsync(id, change, cancellationToken)));
        if (changes.Any(IsRefused) && changes.All(it => it.Outcome != CatalogOutcome.Done))
        {
            return changes.First(IsRefused).ToResult().Map(_ => (IReadOnlyList<ChangedImage>)[]);
        }

        return each.Zip(changes, (id, it) => new ChangedImage(id, it.Outcome)).ToArray();
    }

    private static bool IsRefused(CatalogChange change) => change.Outcome is CatalogOutcome.DiskFull or CatalogOutcome.ReadOnly;
}
