using Microsoft.AspNetCore.StaticFiles;

namespace Piton.Web.Hosting;

/// <summary>Serves style, scripts and icons. What is named with a hash of its content may be kept for ever.</summary>
internal static class StaticFiles
{
    public static void UsePitonStaticFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = Cache,
    });

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            IsNamedByContent(context.Context.Request) ? "public, max-age=31536000, immutable" : "public, max-age=3600";

    // Pages name what they load with a hash behind it; the bundle names its parts with one within.
    private static bool IsNamedByContent(HttpRequest request) =>
        request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/assets/parts", StringComparison.Ordinal);
}
