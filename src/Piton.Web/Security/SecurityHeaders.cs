namespace Piton.Web.Security;

/// <summary>Sends the headers that keep a page to itself with every answer. What serves pictures sends stricter ones of its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // What a page of pictures has no use for; the full screen is its own.
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = Permissions;
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = PagePolicy(context);
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static string PagePolicy(HttpContext context) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{context.Nonce()}'; img-src 'self' blob: data:; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
