using System.Net;
using Microsoft.Extensions.Options;
using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Web.Options;

namespace Piton.Web.Security;

/// <summary>The cookie that shows a session, and the one by which the browser is known at the next sign-in.</summary>
internal static class SessionCookie
{
    // 256 bits in base64url; anything longer is not read at all.
    private const int KeyLength = 43;

    /// <summary>
    /// Whether a cookie can be kept from those on the way: over TLS, or where there is no way since the browser is on this machine. With it the cookies
    /// have the prefix <c>__Host-</c>, by which browsers take them from nobody else.
    /// </summary>
    public static bool IsSafe(HttpContext context) => context.Request.IsHttps || IsThisMachine(context.Request.Host.Host);

    /// <summary>Whether somebody may sign in over this connection.</summary>
    public static bool IsAllowed(HttpContext context) => IsSafe(context) || Options(context).AllowInsecureHttp;

    public static string? Read(HttpContext context) => context.Request.Cookies[BuilderFor(context).Name!] is { Length: KeyLength } key ? key : null;

    /// <summary>What a sign-in before left in the browser; null for nothing.</summary>
    public static string? ReadKnownBrowser(HttpContext context) => context.Request.Cookies[KnownBrowserBuilderFor(context).Name!];

    public static void Set(HttpContext context, OpenedSession opened)
    {
        var builder = BuilderFor(context);
        var options = builder.Build(context);
        options.Expires = opened.Session.IsPersistent ? opened.Session.ExpiresAt : null;
        context.Response.Cookies.Append(builder.Name!, opened.Key, options);

        // It outlives the session: who was signed out is to get in again.
        var known = KnownBrowserBuilderFor(context);
        known.Expiration = LockOut.KnownFor;
        context.Response.Cookies.Append(known.Name!, opened.KnownBrowser, known.Build(context));
    }

    public static void Delete(HttpContext context)
    {
        var builder = BuilderFor(context);
        context.Response.Cookies.Delete(builder.Name!, builder.Build(context));
    }

    private static HostCookieBuilder BuilderFor(HttpContext context) => new("piton-session", Options(context).AllowInsecureHttp);

    private static HostCookieBuilder KnownBrowserBuilderFor(HttpContext context) => new("piton-browser", Options(context).AllowInsecureHttp);

    private static AccessOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<AccessOptions>>().Value;

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
