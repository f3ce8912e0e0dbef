using Ardalis.Result;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Changes many images at once.</summary>
internal static class SelectionChanges
{
    /// <summary>Makes the same change of each image; the changes share their way to disk.</summary>
    /// <param name="catalog">Where the images are.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="right">What the change needs.</param>
    /// <param name="ids">The images.</param>
    /// <param name="isThere">Whether the image is where whoever asks looks for it, and may be known to them.</param>
    /// <param name="change">Makes each image as it is to be.</param>
    /// <param name="cancellationToken">Heeded until the changes are on their way to disk.</param>
    /// <returns>What became of each, in the order of <paramref name="ids"/> and once each; or why none could be written.</returns>
    public static async Task<Result<IReadOnlyList<ChangedImage>>> ChangeAllAsync(
        this IImageCatalog catalog,
        Actor actor,
        Right right,
        IEnumerable<ImageId> ids,
        Func<Image, bool> isThere,
        Func<Image, Image> change,
        CancellationToken cancellationToken)
    {
        if (!actor.May(right))
        {
            return Result.Forbidden();
        }

        ImageId[] each = [.. ids.Distinct()];
        var changes = await Task.WhenAll(each.Select(ChangeAsync));
        if (changes.Select(it => it.Change).FindRefused() is { } refused && changes.All(it => it.Change.Outcome != CatalogOutcome.Done))
        {
            return refused.ToResult().Map(_ => (IReadOnlyList<ChangedImage>)[]);
        }

        return each.Zip(changes, (id, it) => new ChangedImage(id, it.IsForbidden ? SelectionOutcome.Forbidden : OutcomeOf(it.Change))).ToArray();

        async Task<(CatalogChange Change, bool IsForbidden)> ChangeAsync(ImageId id)
        {
            var isForbidden = false;
            var result = await catalog.UpdateAsync(
                id,
                image =>
                {
                    isForbidden = isThere(image) && !actor.May(right, image.Owner);
                    return isThere(image) && !isForbidden ? change(image) : null;
                },
                cancellationToken);
            return (result, isForbidden);
        }
    }

    private static SelectionOutcome OutcomeOf(CatalogChange change) => change.Outcome switch
    {
        CatalogOutcome.Done => SelectionOutcome.Done,
        CatalogOutcome.Missing => SelectionOutcome.Missing,
        CatalogOutcome.OverQuota => throw new InvalidOperationException("A change of an image has no quota."),
        CatalogOutcome.Duplicate => SelectionOutcome.Duplicate,
        CatalogOutcome.DiskFull => SelectionOutcome.DiskFull,
        CatalogOutcome.ReadOnly => SelectionOutcome.ReadOnly,
    };
}
