using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.BadInput;

/// <summary>Piton answers to its names alone, and tells whoever runs it how to give it another.</summary>
public sealed class UnknownHostTests(PitonServer server) : IClassFixture<PitonServer>
{
    [Fact]
    public async Task Get_WhenHostIsUnknown_ShouldAnswer400WithTheOptionToSet()
    {
        using var answer = await GetAsync(server.ApiClient(), "evil.example");
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("unknown_host", problem.Text("code"));
        Assert.Contains("Piton:AllowedHosts", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WhenABrowserCallsAnUnknownHost_ShouldShowAPageInItsLanguageThatLeadsNowhere()
    {
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        using var answer = await GetAsync(browser, "evil.example", "/");
        var page = await answer.PageAsync();

        Assert.Equal("400", page.Text(".status"));
        Assert.Contains("Piton:AllowedHosts", page.Text(".failure"), StringComparison.Ordinal);
        Assert.Contains("Piton:PublicUrl", page.Text(".failure"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("a, form, script"));
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("Host: \r\n")]
    [InlineData("Host: evil.example:80\r\n")]
    public async Task Get_WhenHostIsEmptyOrUnknown_ShouldAnswer400(string header) =>
        Assert.StartsWith("HTTP/1.1 400 ", await StatusLineAsync(header), StringComparison.Ordinal);

    [Theory]
    [InlineData("pictures.example.org")]
    [InlineData("PICTURES.example.org:8080")]
    [InlineData("192.168.1.20")]
    [InlineData("[2001:db8::7]")]
    [InlineData("[2001:db8::8]:5080")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("xn--fotos-espaa-beb.example")]
    [InlineData("public.example.org")]
    public async Task Get_WhenHostIsAllowed_ShouldAnswer(string host)
    {
        using var named = new PitonServer
        {
            Settings =
            {
                ["Piton:PublicUrl"] = "https://public.example.org",
                ["Piton:AllowedHosts:0"] = "pictures.example.org",
                ["Piton:AllowedHosts:1"] = "192.168.1.20",
                ["Piton:AllowedHosts:2"] = "2001:db8::7",
                ["Piton:AllowedHosts:3"] = "[2001:db8::8]",
                ["Piton:AllowedHosts:4"] = "fotos-españa.example",
            },
        };

        using var answer = await GetAsync(named.ApiClient(), host);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Get_WhenHostsAreUnknown_ShouldWarnTheOperatorOnceAndCleanly()
    {
        using var log = new RecordedLog();
        using var watched = new PitonServer { Replace = services => services.AddSingleton<ILoggerProvider>(log) };

        using var first = await GetAsync(watched.ApiClient(), "evil.example" + string.Concat(Enumerable.Repeat(".label", 40)));
        using var second = await GetAsync(watched.ApiClient(), "other.example");

        var warning = Assert.Single(log.Warnings);
        Assert.Contains("evil.example", warning, StringComparison.Ordinal);
        Assert.Contains("Piton:AllowedHosts", warning, StringComparison.Ordinal);
        Assert.InRange(warning.Length, 1, 400);
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string host, string path = "/api/v1/images")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = host } };
        return await client.SendAsync(request);
    }

    private async Task<string> StatusLineAsync(string header)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\n{header}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync() ?? "";
    }
}
