using Piton.Domain.Access;

namespace Piton.Domain.Images;

/// <summary>What the catalogue holds, in order. Sees every write that has returned. Safe to call from many threads at once.</summary>
/// <remarks>A damaged catalogue is a fault, and throws.</remarks>
public interface IImageListing
{
    /// <summary>One page of a listing, at a cost that does not grow with the library unless <see cref="CatalogQuery.NamePart"/> is given.</summary>
    Task<CatalogPage> PageAsync(CatalogQuery query, CancellationToken cancellationToken);

    /// <summary>The months in which images were added that are not in the trash, the newest first, in less than 50 ms at a million images.</summary>
    /// <param name="scope">Whose images.</param>
    /// <param name="namePart">What the names have to hold, ignoring case and accents; null or empty for any.</param>
    /// <param name="cancellationToken">Heeded before the count begins.</param>
    Task<IReadOnlyList<MonthCount>> MonthsAsync(CatalogScope scope, string? namePart, CancellationToken cancellationToken);

    /// <summary>What the library holds of an account, the trash included. Cheap enough for every upload.</summary>
    Task<ImageUsage> UsageAsync(AccountId owner, CancellationToken cancellationToken);
}
