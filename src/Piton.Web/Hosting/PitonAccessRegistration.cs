using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Hosting;

/// <summary>Registers what decides who is let in, and names the cookies.</summary>
internal static class PitonAccessRegistration
{
    public static void AddPitonAccess(this IServiceCollection services)
    {
        services.AddAntiforgery(options => options.HeaderName = "RequestVerificationToken");
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<AccessOptions>>((antiforgery, access) =>
            NameSafely(antiforgery.Cookie, "piton-antiforgery", access.Value));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<AccessOptions>>((notices, access) =>
            NameSafely(notices.Cookie, "piton-notice", access.Value));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) =>
        {
            forwarded.ForwardedHeaders = access.Value.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in access.Value.Proxies)
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }

    // With the prefix browsers take the cookie from this host alone and over TLS alone (RFC 6265bis, section 4.1.3), or on this machine.
    private static void NameSafely(CookieBuilder cookie, string name, AccessOptions access)
    {
        cookie.Name = access.AllowInsecureHttp ? name : $"__Host-{name}";
        cookie.SecurePolicy = CookieSecurePolicy.None;
        cookie.Path = "/";
        cookie.HttpOnly = true;
    }
}
