using Microsoft.AspNetCore.WebUtilities;
using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>A page of the gallery.</summary>
/// <param name="Page">What it lists.</param>
/// <param name="Search">What was searched for; null for nothing.</param>
/// <param name="Sort">The order, as in the address; null for the usual one.</param>
/// <param name="After">The cursor that led here; null on the first page.</param>
public sealed record GalleryModel(CatalogPage Page, string? Search, string? Sort, string? After)
{
    public IReadOnlyList<Tile> Tiles { get; } = [.. Page.Items.Select(image => new Tile(image))];

    public bool IsFirstPage => string.IsNullOrEmpty(After);

    /// <summary>Whether there is nothing in the library at all.</summary>
    public bool IsEmptyLibrary => Page.Total == 0 && string.IsNullOrEmpty(Search);

    public string FirstPath => Path(null);

    public string? NextPath => Page.Next is { } next ? Path(next.ToString()) : null;

    private string Path(string? after) => QueryHelpers.AddQueryString("/", new[]
    {
        KeyValuePair.Create("q", Search), KeyValuePair.Create("sort", Sort), KeyValuePair.Create("after", after),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
