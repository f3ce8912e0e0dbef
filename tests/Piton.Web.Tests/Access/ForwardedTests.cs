using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What a sender says of itself, in the place of a proxy.</summary>
public sealed class ForwardedTests
{
    [Theory]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Scheme", "https")]
    [InlineData("Forwarded", "proto=https;for=203.0.113.7;host=pictures.example.org")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Original-Host", "localhost")]
    [InlineData("X-Host", "localhost")]
    public async Task Stranger_WhoClaimsToBeAProxy_ShouldStayOnPlainHttp(string name, string value)
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:AllowInsecureHttp"] = "false", ["Piton:AllowedHosts:0"] = "pictures.example.org" } };
        using var client = Client(house, "pictures.example.org", (name, value));

        using var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Prefix", "//evil.example")]
    [InlineData("X-Original-URL", "/admin/users")]
    [InlineData("X-Rewrite-URL", "/admin/users")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    public async Task Proxy_ThatIsBelieved_ShouldBeAskedOnlyForAddressAndScheme(string name, string value)
    {
        using var house = new ProxiedHouse();
        using var keeper = await house.KeeperAsync();
        keeper.DefaultRequestHeaders.Add(name, value);

        using var made = await MakeResetLinkAsync(keeper, house.Accounts[Role.Visitor].Id);

        var page = await made.PageAsync();
        Assert.StartsWith("https://pictures.example.org/account/reset?ticket=", page.QuerySelector("#reset-link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_WhenTheSenderPutsOneInFront_ShouldBeThatWhichTheProxySaw()
    {
        using var house = new ProxiedHouse();
        using var keeper = house.Visitor();
        keeper.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.1, 198.51.100.2");
        using var form = await keeper.WithTokenAsync(
            "/account/sign-in", ("email", house.Accounts[Role.Visitor].Email), ("password", TestAccounts.Password));
        using var answer = await keeper.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);

        var page = await house.Services.GetRequiredService<IAuditLog>().PageAsync(new AuditQuery(new AuditFilter("signed_in"), 1), CancellationToken.None);
        Assert.Equal(ProxyHandler.From, page.Items.Single().Address);
    }

    [Fact]
    public async Task RateLimit_WhenTheSenderNamesAnotherAddressEachTime_ShouldCountThemAsOne()
    {
        using var house = new PitonServer { Settings = { ["Piton:Access:SignInsPerMinute"] = "5" } };
        using var browser = house.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            using var form = await browser.WithTokenAsync("/account/sign-in", ("email", "nobody@example.org"), ("password", "guess"));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = form, Headers = { { "X-Forwarded-For", $"198.51.100.{i}" } } };
            using var answer = await browser.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(2, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    private static async Task<HttpResponseMessage> MakeResetLinkAsync(HttpClient keeper, AccountId account)
    {
        using var form = await keeper.WithTokenAsync("/admin/users");
        return await keeper.PostAsync(new Uri($"/admin/users/{account}/reset", UriKind.Relative), form);
    }

    private static HttpClient Client(PitonServer house, string host, (string Name, string Value) header)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Host = host;
        client.DefaultRequestHeaders.Add(header.Name, header.Value);
        return client;
    }
}
