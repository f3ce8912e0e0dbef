using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What the connection has to be like.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Cookies_OnTheMachineItself_ShouldBeOfThisHostAlone(string host)
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:AllowInsecureHttp"] = "false" } };

        using var answer = await SignInAsync(house, host);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Matches(
            "^__Host-piton-session=[A-Za-z0-9_-]{43}; path=/; secure; samesite=lax; httponly$",
            answer.Headers.GetValues("Set-Cookie").Last(cookie => cookie.Contains("session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_OverPlainHttpFromElsewhere_ShouldBeRefusedWithTheReason()
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:AllowInsecureHttp"] = "false", ["Piton:AllowedHosts:0"] = "pictures.example.org" } };

        using var answer = await SignInAsync(house, "pictures.example.org");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("not encrypted", (await answer.PageAsync()).Text(".failure"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignIn_OverPlainHttpWhereItIsAllowed_ShouldWarnOnEveryPageOfOthers(bool isLocal)
    {
        using var house = new PitonServer { Settings = { ["Piton:AllowedHosts:0"] = "pictures.example.org" } };
        using var browser = house.Stranger();
        browser.DefaultRequestHeaders.Host = isLocal ? "localhost" : "pictures.example.org";

        Assert.Equal(isLocal, (await browser.PageAsync("/")).QuerySelector(".insecure") is null);
    }

    [Theory]
    [InlineData(null, "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.7")]
    [InlineData("10.0.0.9", "127.0.0.1")]
    public async Task Address_WhenAProxyNamesOne_ShouldBeBelievedOfThoseThatAreKnown(string? proxy, string expected)
    {
        using var house = new PitonServer();
        if (proxy is not null)
        {
            house.Settings["Piton:Access:Proxies:0"] = proxy;
        }

        using var answer = await SignInAsync(house, "localhost", ("X-Forwarded-For", "203.0.113.7"));

        var page = await house.Services.GetRequiredService<IAuditLog>().PageAsync(new AuditQuery(new AuditFilter("signed_in"), 1), CancellationToken.None);
        Assert.Equal(expected, page.Items.Single().Address);
    }

    private static async Task<HttpResponseMessage> SignInAsync(PitonServer house, string host, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Host = host;
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        using var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        if (!page.IsSuccessStatusCode)
        {
            return await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
        }

        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var form = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", (await page.PageAsync()).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")),
            new("email", house.Accounts[Role.Administrator].Email),
            new("password", TestAccounts.Password),
        ]);
        return await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
    }
}
