using Microsoft.AspNetCore.StaticFiles;

namespace Piton.Web.Hosting;

/// <summary>Serves style, scripts and icons. Pages name them with a hash of their content, so they may be kept for ever.</summary>
internal static class StaticFiles
{
    public static void UsePitonStaticFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = Cache,
    });

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
