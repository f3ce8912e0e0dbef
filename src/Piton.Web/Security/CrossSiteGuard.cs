using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>Refuses requests that would change something and that a browser sends for another site (Fetch Metadata, W3C).</summary>
/// <remarks>A client that is no browser sends neither header, and passes; so does one that shows an API token, which no other site has.</remarks>
internal sealed class CrossSiteGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Request.IsSafe() || context.Request.Headers.Authorization.ToString().Length > 0 || !IsFromElsewhere(context.Request)
            ? next(context)
            : FailureAnswer.WriteAsync(context, Refusal(context), ErrorPageAnswer.Of);

    private static Failure Refusal(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status403Forbidden, "cross_site", "This request came from another site, and was refused. Open Piton itself and try there.");

    private static bool IsFromElsewhere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is not ("same-origin" or "none");
        }

        // Browsers without Fetch Metadata send at least where a form was.
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
