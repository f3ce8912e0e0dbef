namespace Piton.Domain.Images;

/// <summary>Which images a page lists, and in which order.</summary>
/// <param name="Sort">The order.</param>
/// <param name="Limit">The most images on the page, at least 1.</param>
/// <param name="After">Where the page before ended; null for the first page. Its sort is <paramref name="Sort"/>.</param>
/// <param name="NamePart">What the name has to hold, ignoring case and accents; null or empty for any.</param>
/// <param name="Trashed">False lists what is not in the trash, true what is.</param>
public sealed record CatalogQuery(ImageSort Sort, int Limit, CatalogCursor? After = null, string? NamePart = null, bool Trashed = false)
{
    /// <summary>Whose images; those that everybody finds where nothing is said.</summary>
    public CatalogScope Scope { get; init; } = CatalogScope.Public;
}
