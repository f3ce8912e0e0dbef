using Microsoft.AspNetCore.WebUtilities;
using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>The addresses of the gallery that show the same pictures in the same order.</summary>
/// <param name="Search">What is searched for; null for nothing.</param>
/// <param name="Sort">The order, as in the address; null for the usual one.</param>
public sealed record GalleryPaths(string? Search, string? Sort)
{
    public string First => Of("/", null);

    public string Months => Of("/months", null);

    /// <summary>Where the pictures behind a place are.</summary>
    public string After(CatalogCursor place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Of("/", place.ToString());
    }

    private string Of(string path, string? after) => QueryHelpers.AddQueryString(path, new[]
    {
        KeyValuePair.Create("q", Search), KeyValuePair.Create("sort", Sort), KeyValuePair.Create("after", after),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
