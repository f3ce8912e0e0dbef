using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Piton.Web.Tests.Access;

/// <summary>What another site can have the browser of an administrator send: nothing that changes anything, at any address that the router knows.</summary>
public sealed class CsrfTests(House house) : IClassFixture<House>, IAsyncLifetime
{
    private const string Token = "RequestVerificationToken";
    private const string Unknown = "0123456789abcdef0123456789abcdef";

    public Task InitializeAsync() => house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("no token", 400)]
    [InlineData("a token of somebody else", 400)]
    [InlineData("Sec-Fetch-Site: cross-site", 403)]
    [InlineData("Sec-Fetch-Site: same-site", 403)]
    [InlineData("Origin: https://evil.example", 403)]
    [InlineData("Origin: null", 403)]
    [InlineData("Origin: null; Authorization: ", 403)]
    public async Task Change_AsAnotherSiteSendsIt_ShouldBeRefusedEverywhere(string how, int status)
    {
        var (victim, other) = (house.People["administrator"].Client.DefaultRequestHeaders, house.People["moderator"].Client.DefaultRequestHeaders);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Add("Cookie", victim.GetValues("Cookie"));
        if (how != "no token")
        {
            client.DefaultRequestHeaders.Add(Token, (how == "a token of somebody else" ? other : victim).GetValues(Token));
        }

        var before = house.Inventory();
        var (wrong, sent) = (new List<string>(), 0);
        foreach (var (method, path) in Changes())
        {
            using var request = new HttpRequestMessage(method, path) { Content = AccessMatrixTests.ContentOf(method.Method, path, Unknown) };
            foreach (var header in how.Split("; ").Select(text => text.Split(": ")).Where(parts => parts.Length == 2))
            {
                request.Headers.TryAddWithoutValidation(header[0], header[1]);
            }

            using var answer = await client.SendAsync(request);
            sent++;
            if ((int)answer.StatusCode != status)
            {
                wrong.Add($"{method} {path} answered {(int)answer.StatusCode}");
            }
        }

        Assert.InRange(sent, 30, int.MaxValue);
        Assert.Equal("", string.Join('\n', wrong));
        Assert.Equal(before, house.Inventory());

        // The victim is still who they were, and where they were.
        using var still = await house.People["administrator"].Client.GetAsync(new Uri("/admin/users", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Change_ByALinkOrAPicture_ShouldBeNone()
    {
        var client = house.People["administrator"].Client;
        var before = house.Inventory();
        var wrong = new List<string>();
        foreach (var path in Changes().Select(change => change.Path).Distinct())
        {
            using var answer = await client.GetAsync(new Uri($"{path}?name=changed&role=visitor&disable=true&visibility=private", UriKind.Relative));
            if (answer.IsSuccessStatusCode && !HasPage(path))
            {
                wrong.Add(path);
            }
        }

        Assert.Equal("", string.Join('\n', wrong));
        Assert.Equal(before, house.Inventory());
        using var still = await client.GetAsync(new Uri($"/api/v1/images/{house.Images["public"].Id}", UriKind.Relative));
        Assert.Equal("picture public", (await still.JsonAsync()).Text("name"));
    }

    // What can be looked at under the same address, and changes nothing.
    private static bool HasPage(string path) => path is "/account/sign-in" or "/account/register" or "/account/reset" or "/api/v1/images" or "/api/v1/images/download"
        || path.StartsWith("/api/v1/images/", StringComparison.Ordinal);

    private List<(HttpMethod Method, string Path)> Changes() =>
    [
        .. house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => (Method: method, Path: "/" + route.RoutePattern.RawText!.TrimStart('/'))))
            .Where(route => route.Method is not ("GET" or "HEAD" or "OPTIONS") && route.Path != "/setup")
            .Select(route => (new HttpMethod(route.Method), route.Path
                .Replace("{id:imageid}", house.Images["public"].Id.ToString(), StringComparison.Ordinal)
                .Replace("{id:accountid}", house.Other.Id.ToString(), StringComparison.Ordinal)
                .Replace("{key}", Unknown, StringComparison.Ordinal)))
            .Distinct(),
    ];
}
