using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Piton.Domain.Access;
using Piton.Web.Identity;
using Piton.Web.Options;
using Piton.Web.Security;

namespace Piton.Web.Hosting;

/// <summary>Registers what decides who is let in, and names the cookies.</summary>
internal static class PitonAccessRegistration
{
    // OWASP Password Storage Cheat Sheet, PBKDF2 with HMAC-SHA-512.
    private const int Iterations = 210_000;

    public static void AddPitonAccess(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ICredentials, Credentials>();
        services.AddSingleton<IAccountTickets, AccountTickets>();
        services.AddAntiforgery(options => options.HeaderName = "RequestVerificationToken");
        services.AddPitonRateLimits();
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<AccessOptions>>((antiforgery, access) =>
            antiforgery.Cookie = new HostCookieBuilder("piton-antiforgery", access.Value.AllowInsecureHttp));
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<AccessOptions>>((notices, access) =>
            notices.Cookie = new HostCookieBuilder("piton-notice", access.Value.AllowInsecureHttp));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) =>
        {
            forwarded.ForwardedHeaders = access.Value.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in access.Value.Proxies)
            {
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }
        });
    }
}
