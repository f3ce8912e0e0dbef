using Microsoft.AspNetCore.WebUtilities;
using Piton.Application.Images.ListImages;
using Piton.Domain.Images;
using Piton.Web.Routing;

namespace Piton.Web.Models;

/// <summary>The addresses of a gallery that show the same pictures in the same order.</summary>
/// <param name="Whose">Whose pictures.</param>
/// <param name="Search">What is searched for; null for nothing.</param>
/// <param name="Sort">The order, as in the address; null for the usual one.</param>
public sealed record GalleryPaths(Whose Whose, string? Search, string? Sort)
{
    /// <summary>All of its pictures in the usual order.</summary>
    public string Home => Whose switch
    {
        Whose.Gallery => LocalPaths.Gallery,
        Whose.Own => LocalPaths.OwnImages,
        Whose.All => LocalPaths.AllImages,
    };

    public string First => Of(Home);

    public string Months => Of("/months", ("whose", Whose == Whose.Gallery ? null : Whose.Name()));

    /// <summary>Where the pictures behind a place are.</summary>
    public string After(CatalogCursor place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Of(Home, (LocalPaths.Cursor, place.ToString()));
    }

    private string Of(string path, params (string Name, string? Value)[] more) => QueryHelpers.AddQueryString(
        path,
        more.Prepend(("sort", Sort)).Prepend(("q", Search)).Where(field => !string.IsNullOrEmpty(field.Item2)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
}
