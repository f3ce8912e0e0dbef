using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Routing;

/// <summary>Paths to come back to.</summary>
public static class LocalPaths
{
    /// <summary>The page that is being shown, to come back to; the gallery where that cannot be asked for again.</summary>
    public static string CurrentPage(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isPage = HttpMethods.IsGet(context.Request.Method)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.Features.Get<IExceptionHandlerFeature>() is null;
        return isPage ? context.Request.Path + context.Request.QueryString : "/";
    }

    /// <summary><paramref name="path"/> where it stays within Piton; else the gallery.</summary>
    public static string LocalOrHome(this IUrlHelper url, string? path)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.IsLocalUrl(path) ? path : "/";
    }
}
