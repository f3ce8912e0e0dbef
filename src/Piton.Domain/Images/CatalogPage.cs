namespace Piton.Domain.Images;

/// <summary>One page of a listing.</summary>
/// <param name="Items">The images, in order.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
/// <param name="Total">How many images the query finds on all its pages.</param>
public sealed record CatalogPage(IReadOnlyList<Image> Items, CatalogCursor? Next, long Total);
