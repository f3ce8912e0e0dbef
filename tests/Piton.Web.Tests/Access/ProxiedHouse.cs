using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>A house as it is meant to be run: behind a proxy that speaks TLS, under a name of its own.</summary>
public class ProxiedHouse : PitonServer
{
    public const string Host = "pictures.example.org";

    public ProxiedHouse()
    {
        Settings["Piton:Access:AllowInsecureHttp"] = "false";
        Settings["Piton:Access:RedirectToHttps"] = "true";
        Settings["Piton:Access:HstsSubdomains"] = "true";
        Settings["Piton:Access:Proxies:0"] = "127.0.0.1";
        Settings["Piton:PublicUrl"] = $"https://{Host}";
        Settings["Piton:Originals"] = "Keep";
    }

    /// <summary>Somebody whose requests pass the proxy.</summary>
    /// <param name="scheme">How they reach the proxy.</param>
    public HttpClient Visitor(string scheme = "https")
    {
        var client = new HttpClient(new ProxyHandler(Host, scheme)) { BaseAddress = Address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }

    /// <summary>The same, signed in as an administrator.</summary>
    public async Task<HttpClient> KeeperAsync()
    {
        var keeper = Visitor();
        using var form = await keeper.WithTokenAsync(
            "/account/sign-in", ("email", Accounts[Role.Administrator].Email), ("password", TestAccounts.Password));
        using var answer = await keeper.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        return answer.Headers.Location?.ToString() == "/" ? keeper : throw new InvalidOperationException($"The keeper was not let in: {answer}");
    }
}
