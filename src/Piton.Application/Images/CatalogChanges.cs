using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>What a write to the catalogue means to whoever asked for it.</summary>
internal static class CatalogChanges
{
    public static Result<Image> ToResult(this CatalogChange change) => change.Outcome switch
    {
        CatalogOutcome.Done => change.Image!,
        CatalogOutcome.Missing => Result.NotFound(),
        CatalogOutcome.OverQuota => throw new InvalidOperationException("A change of an image has no quota."),
        CatalogOutcome.Duplicate => AlreadyThere(change.Image!),
        CatalogOutcome.DiskFull => Unavailable.DiskFull(),
        CatalogOutcome.ReadOnly => Unavailable.ReadOnly(),
    };

    /// <summary>The first that could not be written, for which nothing else can be; null where there is none.</summary>
    public static CatalogChange? FindRefused(this IEnumerable<CatalogChange> changes) =>
        changes.Where(change => change.IsRefused).Select(change => (CatalogChange?)change).FirstOrDefault();

    private static Result<Image> AlreadyThere(Image twin) => Result.Invalid(new Refusal(
        ErrorCode.AlreadyThere, "id",
        "The same picture is in the gallery already, as “{0}”, so this one stays in the trash. "
        + "Use that one; or delete it, and then restore this one again.", twin.Name));
}
