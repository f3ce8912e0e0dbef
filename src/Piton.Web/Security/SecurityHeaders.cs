using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Security;

/// <summary>Sends the headers that keep a page to itself with every answer. What serves pictures sends stricter ones of its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<AccessOptions> access)
{
    // What a page of pictures has no use for; the full screen is its own.
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    // A year (OWASP ASVS 5.0, 3.4.1). Beyond the host itself only where its operator says so: other programs may live there.
    private readonly string _transport = access.Value.HstsSubdomains ? "max-age=31536000; includeSubDomains" : "max-age=31536000";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var (self, context) = ((SecurityHeaders, HttpContext))state;
            self.Send(context);
            return Task.CompletedTask;
        }, (this, context));
        return next(context);
    }

    private void Send(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // A page loads nothing from elsewhere anyhow, so that nothing has to agree to it.
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Permissions-Policy"] = Permissions;
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");

        // What says nothing of it may hold what is its reader's alone.
        headers.TryAdd("Cache-Control", "private, no-store");
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = _transport;
        }

        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = PagePolicy(context);
        }
    }

    private static string PagePolicy(HttpContext context) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{context.Nonce()}'; img-src 'self' blob: data:; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
}
