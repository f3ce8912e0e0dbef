using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Piton.Web.Routing;

/// <summary>Paths to come back to.</summary>
public static class LocalPaths
{
    /// <summary>The field of an address that says behind which image a page begins.</summary>
    public const string Cursor = "after";

    /// <summary>The field of a form, or of the address that it leads to, that says where to go back to.</summary>
    private const string Back = "back";

    /// <summary>What everybody finds.</summary>
    public const string Gallery = "/";

    /// <summary>The pictures of whoever asks.</summary>
    public const string OwnImages = "/account/images";

    /// <summary>The pictures of everybody.</summary>
    public const string AllImages = "/admin/images";

    /// <summary>The page that is being shown, to come back to; the gallery where that cannot be asked for again.</summary>
    public static string CurrentPage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isPage = HttpMethods.IsGet(context.Request.Method)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.Features.Get<IExceptionHandlerFeature>() is null;
        return isPage ? context.Request.Path + context.Request.QueryString : "/";
    }

    /// <summary>Where somebody signs in, to come back to the page that is being shown.</summary>
    public static string SignInPath(this HttpContext context) =>
        context.CurrentPage() is "/" ? "/account/sign-in" : $"/account/sign-in?returnUrl={Uri.EscapeDataString(context.CurrentPage())}";

    /// <summary>The first page of the list of which this is one: the same address without its cursor.</summary>
    public static string FirstPage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return QueryHelpers.AddQueryString(context.Request.Path, context.Request.Query.Where(field => field.Key != Cursor));
    }

    /// <summary>The gallery from which somebody came to this page, as it was searched and sorted; else the whole of it.</summary>
    public static string GalleryBefore(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = HttpMethods.IsPost(context.Request.Method) ? context.Request.Form[Back].ToString() : context.Request.Query[Back].ToString();
        if (before.Length == 0
            && Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var referrer)
            && referrer.Authority == context.Request.Host.Value)
        {
            before = referrer.PathAndQuery;
        }

        return before.Split('?')[0] is Gallery or OwnImages or AllImages ? before : Gallery;
    }

    /// <summary>The path of a page that still knows from which gallery somebody came to it.</summary>
    /// <param name="path">Of the page.</param>
    /// <param name="gallery">From <see cref="GalleryBefore"/>; null where that is not known.</param>
    public static string From(string path, string? gallery) =>
        string.IsNullOrEmpty(gallery) || gallery == Gallery ? path : QueryHelpers.AddQueryString(path, Back, gallery);

    /// <summary><paramref name="path"/> where it stays within Piton; else the gallery. Fit for a header, which takes ASCII alone.</summary>
    public static string LocalOrHome(this IUrlHelper url, string? path)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsLocalUrl(path) ? string.Concat(path.EnumerateRunes().Select(AsAscii)) : "/";
    }

    private static string AsAscii(Rune letter) => letter.IsAscii ? letter.ToString() : Uri.EscapeDataString(letter.ToString());
}
