using Microsoft.Extensions.Options;
using Piton.Web.Options;
using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>
/// Leads pages from plain HTTP to HTTPS of the same host, where that is wanted. A program is refused instead: led on in silence, it would go on
/// sending its token where others can read it.
/// </summary>
internal sealed class HttpsRedirect(RequestDelegate next, IOptions<AccessOptions> access, IOptions<PitonOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Whoever asks on the machine itself, as probes do, has no way on which anybody could listen.
        if (!access.Value.RedirectToHttps || SessionCookie.IsSafe(context))
        {
            return next(context);
        }

        if (IsLedOn(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            context.Response.Headers.Location = $"https://{Authority(context.Request)}{context.Request.Path.ToUriComponent()}{context.Request.QueryString.ToUriComponent()}";
            return Task.CompletedTask;
        }

        return FailureAnswer.WriteAsync(context, Refusal(context), ErrorPageAnswer.Of);
    }

    private static bool IsLedOn(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    private static Failure Refusal(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status403Forbidden, "https_alone", "This connection is not encrypted, and others on the way could read what is sent. Use https://.");

    // The host is one of Piton's own names by now; only that of PublicUrl may have a port of its own.
    private string Authority(HttpRequest request) =>
        options.Value.PublicUrl is { Scheme: "https" } url && url.Host.Equals(request.Host.Host, StringComparison.OrdinalIgnoreCase)
            ? url.Authority
            : new HostString(request.Host.Host).ToUriComponent();
}
