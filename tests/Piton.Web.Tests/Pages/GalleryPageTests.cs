using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Piton.Web.Tests.Pages;

public sealed partial class GalleryPageTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const int PageSize = 60;
    private const int HtmlBudget = 15_000;

    private readonly HttpClient _browser = server.Browser();

    [Fact]
    public async Task Gallery_WhenPicturesAreThere_ShouldGiveEachImageItsSizeAndSources()
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(TestImages.Jpeg(1000, 500), fields: ("name", "Wide one"));
        var id = uploaded.Text("id");

        var page = await _browser.PageAsync("/?q=Wide%20one");

        var picture = Assert.Single(page.QuerySelectorAll(".grid img"));
        Assert.Equal($"/uploads/{id}/w320", picture.GetAttribute("src"));
        Assert.Equal($"/uploads/{id}/w320 320w,/uploads/{id}/w800 800w", picture.GetAttribute("srcset"));
        Assert.Equal(("320", "160"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal(("lazy", "async"), (picture.GetAttribute("loading"), picture.GetAttribute("decoding")));
        Assert.Equal("Wide one", picture.GetAttribute("alt"));
        Assert.Equal($"/images/{id}", picture.Closest("a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Months_WhenOpened_ShouldLeadToThePageThatBeginsWithEach()
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(TestImages.Jpeg(64, 48), fields: ("name", "A monthly one"));

        var months = await _browser.PageAsync("/months?q=monthly");
        var month = Assert.Single(months.QuerySelectorAll(".years [data-month]"));
        var year = Assert.Single(months.QuerySelectorAll(".years [data-year]"));
        var there = await _browser.PageAsync(month.GetAttribute("href")!);

        Assert.Equal(uploaded.Text("createdAt")[..7], month.GetAttribute("data-month"));
        Assert.EndsWith(" 1", month.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(month.GetAttribute("href"), year.GetAttribute("href"));
        Assert.Equal(uploaded.Text("id"), Assert.Single(there.QuerySelectorAll("[data-tile]")).GetAttribute("data-tile"));
    }

    [Theory]
    [InlineData("/account/images", "own", "Your pictures")]
    [InlineData("/admin/images", "all", "All pictures")]
    public async Task Gallery_WhenItIsOfSomebody_ShouldBeTheSameAtItsOwnAddress(string home, string whose, string title)
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(TestImages.Jpeg(64, 48), fields: [("name", $"Hidden, {whose}"), ("visibility", "private")]);

        var all = await _browser.PageAsync(home);
        var found = await _browser.PageAsync($"{home}?q=Hidden,%20{whose}");
        var months = await _browser.PageAsync($"/months?whose={whose}&q=Hidden,%20{whose}");
        var month = Assert.Single(months.QuerySelectorAll(".years [data-month]"));
        var there = await _browser.PageAsync(month.GetAttribute("href")!);

        Assert.Equal(title, all.Text("h1"));
        Assert.Equal(uploaded.Text("id"), Assert.Single(found.QuerySelectorAll("[data-tile]")).GetAttribute("data-tile"));
        Assert.Equal((home, home), (found.QuerySelector("form.search")!.GetAttribute("action"), found.QuerySelector("form.search")!.GetAttribute("hx-get")));
        Assert.StartsWith(home + "?", month.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(uploaded.Text("id"), Assert.Single(there.QuerySelectorAll("[data-tile]")).GetAttribute("data-tile"));
    }

    [Theory]
    [InlineData("/months?whose=nobody", HttpStatusCode.BadRequest)]
    [InlineData("/months?sort=name", HttpStatusCode.BadRequest)]
    [InlineData("/months?sort=oldest", HttpStatusCode.OK)]
    [InlineData("/months?q=nobody", HttpStatusCode.OK)]
    public async Task Months_WhenAskedFor_ShouldListThemByDateAlone(string path, HttpStatusCode expected)
    {
        using var answer = await _browser.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Manifest_WhenRead_ShouldNameIconsThatAreThere()
    {
        using var manifest = JsonDocument.Parse(await _browser.GetStringAsync("/site.webmanifest"));

        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
        {
            using var answer = await _browser.GetAsync(icon.GetProperty("src").GetString());
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(icon.GetProperty("type").GetString(), answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/assets/site.css", "text/css")]
    [InlineData("/assets/site.js", "text/javascript")]
    [InlineData("/api/v1/images", "application/json")]
    [InlineData("/site.webmanifest", "application/manifest+json")]
    public async Task Text_WhenTheClientUnpacks_ShouldBeCompressed(string path, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var answer = await _browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(mediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Fact]
    public async Task Gallery_WhenServed_ShouldHoldNothingThatItsPolicyForbids()
    {
        using var client = server.ApiClient();
        await client.UploadAsync(TestImages.Jpeg());

        using var answer = await _browser.GetAsync("/");
        var page = await answer.PageAsync();

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Assert.Single(page.QuerySelectorAll("style").Select(style => style.GetAttribute("nonce")).Distinct());
        Assert.Contains($"'nonce-{nonce}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src], [type='application/json'])"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Gallery_WhenPageIsFull_ShouldStayWithinItsBudgetAndLeadOn()
    {
        using var client = server.ApiClient();
        for (var i = 0; i <= PageSize; i++)
        {
            await client.UploadAsync(TestImages.Png(330, 248), fields: ("name", $"A full page, number {i}"));
        }

        var html = await _browser.GetByteArrayAsync("/?q=full%20page&sort=name");
        var first = await _browser.PageAsync("/?q=full%20page&sort=name");
        var next = first.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!;
        var second = await _browser.PageAsync(next);

        Assert.Equal(PageSize, first.QuerySelectorAll(".grid li").Length);
        Assert.InRange(GzippedLength(html), 1, HtmlBudget);
        Assert.Equal(next, first.QuerySelector("link[rel=next]")?.GetAttribute("href"));
        Assert.Single(second.QuerySelectorAll(".grid li"));
        Assert.Equal("/?q=full%20page&sort=name", second.QuerySelector(".pages a")?.GetAttribute("href"));
        Assert.Null(second.QuerySelector("[rel=next]"));
    }

    [Fact]
    public async Task Gallery_WhenAScriptAsks_ShouldBeTheTilesAlone()
    {
        using var client = server.ApiClient();
        var id = (await client.UploadAsync(TestImages.Jpeg(1000, 500), fields: ("name", "Swapped in"))).Text("id");
        using var script = server.Browser();
        script.DefaultRequestHeaders.Add("HX-Request", "true");
        script.DefaultRequestHeaders.Add("HX-Request-Type", "partial");

        using var answer = await script.GetAsync("/?q=swapped%20in");
        var tiles = await answer.PageAsync();
        var nothing = await script.PageAsync("/?q=no-such-name");

        Assert.Equal(["HX-Request", "HX-Request-Type"], answer.Headers.Vary);
        Assert.DoesNotContain("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("1", tiles.QuerySelector(".grid")?.GetAttribute("data-total"));
        var tile = Assert.Single(tiles.QuerySelectorAll(".grid > li"));
        Assert.Equal((id, "2", null), (tile.GetAttribute("data-tile"), tile.GetAttribute("data-ratio"), tile.GetAttribute("class")));
        Assert.Equal(("1000x500", "", "no"), (tile.GetAttribute("data-size"), tile.GetAttribute("data-screen"), tile.GetAttribute("data-small")));
        Assert.StartsWith("#", tile.GetAttribute("data-color"), StringComparison.Ordinal);
        Assert.Equal(28, tile.GetAttribute("data-hash")?.Length);
        Assert.Empty(nothing.QuerySelectorAll(".grid, .empty"));
    }

    [Theory]
    [InlineData("HX-Request", "true")]
    [InlineData("HX-Request-Type", "partial")]
    public async Task Gallery_WhenAScriptWantsThePage_ShouldBeWhole(string header, string value)
    {
        using var script = server.Browser();
        script.DefaultRequestHeaders.Add(header, value);

        Assert.Equal("Gallery", (await script.PageAsync("/")).Text("h1"));
    }

    [Fact]
    public async Task Gallery_WhenNothingIsFound_ShouldSaySoAndKeepTheSearch()
    {
        using var client = server.ApiClient();
        await client.UploadAsync(TestImages.Png());

        var page = await _browser.PageAsync("/?q=no-such-name&sort=size");

        Assert.Empty(page.QuerySelectorAll(".grid li"));
        Assert.Contains("No picture is called that.", page.Text(".empty"), StringComparison.Ordinal);
        Assert.Equal("no-such-name", page.QuerySelector("#q")?.GetAttribute("value"));
        Assert.Equal("size", page.QuerySelector("#sort option[selected]")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/?sort=sideways", "sideways")]
    [InlineData("/?after=made-up", "no such page")]
    public async Task Gallery_WhenAskedWrongly_ShouldSayWhatWasWrong(string path, string word)
    {
        using var answer = await _browser.GetAsync(path);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(word, page.Text(".failure"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=a%20b&sort=name&after=made-up", "/?q=a%20b&sort=name")]
    [InlineData("/?after=made-up", "/")]
    [InlineData("/trash?after=made-up", "/trash")]
    public async Task Page_WhenThereIsNoSuchPage_ShouldLeadToTheFirst(string path, string first)
    {
        using var answer = await _browser.GetAsync(path);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("\"after\"", page.Text(".failure"), StringComparison.Ordinal);
        Assert.Equal(first, page.QuerySelector(".failure a.primary")?.GetAttribute("href"));
    }

    [Fact]
    public async Task UploadForm_WhenServed_ShouldBeginWithTheTokenAndSayTheLimits()
    {
        var page = await _browser.PageAsync("/");

        var form = page.QuerySelector("form.upload")!;
        Assert.Equal("__RequestVerificationToken", form.QuerySelector("input, select, button")?.GetAttribute("name"));
        Assert.Single(form.QuerySelectorAll("[name=__RequestVerificationToken]"));
        Assert.True(form.QuerySelector("[name=files]")!.HasAttribute("multiple"));
        Assert.Matches(Limits(), form.Text("#files-help"));
    }

    private static long GzippedLength(byte[] html)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(html);
        }

        return zipped.Length;
    }

    [GeneratedRegex("JPEG.*AVIF.*25\u00a0MB.*50 megapixels")]
    private static partial Regex Limits();
}
