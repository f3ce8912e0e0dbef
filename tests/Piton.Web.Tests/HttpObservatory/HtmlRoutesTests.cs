using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.HttpObservatory;

/// <summary>
/// The score of every page. The house is run as it is meant to be: its proxy speaks TLS and says so, which is all that Piton itself ever knows of it. What
/// cannot be seen from here is that of the proxy: whether its certificate is good, and whether the host is on a list that browsers come with. The first is
/// taken for granted, the second not.
/// </summary>
public sealed class HtmlRoutesTests(ProxiedHouse house) : IClassFixture<ProxiedHouse>
{
    private const int Least = 130;
    private const int FewestPages = 8;

    [Fact]
    public async Task Pages_OfEveryRoute_ShouldScoreEnough()
    {
        using var keeper = await house.KeeperAsync();
        using var api = house.Visitor();
        api.DefaultRequestHeaders.Authorization = house.Accounts.BearerOf(Role.Administrator);
        var id = (await api.UploadAsync(TestImages.Jpeg())).Text("id");
        var scores = new List<(string Path, string Who, int Score, string Findings)>();
        foreach (var path in Paths(id).Append("/nowhere").Append("/admin/users?role=nonsense"))
        {
            await AddAsync(scores, path, "the keeper", keeper);
            using var stranger = house.Visitor();
            await AddAsync(scores, path, "a stranger", stranger);
        }

        Assert.InRange(scores.Select(score => score.Path).Distinct().Count(), FewestPages, int.MaxValue);
        Assert.Equal("", string.Join('\n', scores.Where(score => score.Score < Least)));
    }

    [Fact]
    public async Task Page_OfTheFirstStart_ShouldScoreEnough()
    {
        using var empty = new EmptyProxiedHouse();
        using var stranger = empty.Visitor();
        var scores = new List<(string Path, string Who, int Score, string Findings)>();

        await AddAsync(scores, "/setup", "a stranger", stranger, empty);

        Assert.InRange(Assert.Single(scores).Score, Least, int.MaxValue);
    }

    private IEnumerable<string> Paths(string id) => house.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
        .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'))
        .Select(template => template
            .Replace("{id:imageid}", id, StringComparison.Ordinal)
            .Replace("{id:accountid}", $"{house.Accounts[Role.Visitor].Id}", StringComparison.Ordinal)
            .Replace("{rendition}", "full", StringComparison.Ordinal))
        .Distinct();

    private Task AddAsync(List<(string Path, string Who, int Score, string Findings)> scores, string path, string who, HttpClient visitor) =>
        AddAsync(scores, path, who, visitor, house);

    private static async Task AddAsync(
        List<(string Path, string Who, int Score, string Findings)> scores, string path, string who, HttpClient visitor, ProxiedHouse house)
    {
        var address = new Uri($"https://{ProxiedHouse.Host}{path}");
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", Observatory.Stranger } } };
        using var asked = await visitor.SendAsync(request);
        var findings = Observatory.Judge(new Scan(
            await ScannedAnswer.ReadAsync(address, answer), await ScannedAnswer.ReadAsync(address, asked), await PlainRouteAsync(house, path)));
        scores.Add((path, who, Observatory.Score(findings), string.Join("; ", findings)));
    }

    // Not followed further than the first step to HTTPS: behind it is the page that is scored anyhow.
    private static async Task<IReadOnlyList<Uri>> PlainRouteAsync(ProxiedHouse house, string path)
    {
        using var plain = house.Visitor("http");
        using var answer = await plain.GetAsync(new Uri(path, UriKind.Relative));
        var asked = new Uri($"http://{ProxiedHouse.Host}{path}");
        return answer.Headers.Location is { } next ? [asked, new Uri(asked, next)] : [asked];
    }
}
