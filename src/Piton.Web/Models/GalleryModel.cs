using Piton.Application.Images.ListImages;
using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>A page of a gallery.</summary>
/// <param name="Whose">Whose pictures it shows.</param>
/// <param name="Page">What it lists.</param>
/// <param name="Search">What was searched for; null for nothing.</param>
/// <param name="Sort">The order, as in the address; null for the usual one.</param>
/// <param name="After">The cursor that led here; null on the first page.</param>
public sealed record GalleryModel(Whose Whose, CatalogPage Page, string? Search, string? Sort, string? After)
{
    public IReadOnlyList<Tile> Tiles { get; } = [.. Page.Items.Select(image => new Tile(image))];

    public bool IsFirstPage => string.IsNullOrEmpty(After);

    /// <summary>Whether there is nothing to show, whatever is searched for.</summary>
    public bool IsEmptyLibrary => Page.Total == 0 && string.IsNullOrEmpty(Search);

    public GalleryPaths Paths { get; } = new(Whose, Search, Sort);

    public string? NextPath => Page.Next is { } next ? Paths.After(next) : null;

    /// <summary>Whether there is more than one page, by date, so that one may want to jump to a month.</summary>
    public bool HasMonths =>
        Page.Total > 0 && (NextPath is not null || !IsFirstPage) && ImageSorts.FromName(Sort)?.IsByDate() == true;
}
