using System.Net;

namespace Piton.Web.Tests.Pages;

public sealed class PicturePageTests(PitonServer server) : IClassFixture<PitonServer>
{
    // nginx gives the headers of an answer 4 KiB by default, and the whole answer is lost above that.
    private const int HeaderBudget = 2500;

    private readonly HttpClient _browser = server.Browser();

    [Fact]
    public async Task Page_WhenPictureIsThere_ShouldShowItWithItsReportAndLinks()
    {
        var path = await UploadAsync("Holidays");

        var page = await _browser.PageAsync(path);

        Assert.Equal("Holidays", page.Text("h1"));
        Assert.StartsWith("JPEG, ", page.Text(".report"), StringComparison.Ordinal);
        var picture = page.QuerySelector(".photo img")!;
        Assert.Equal(("640", "480"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Equal(new Uri(server.Address, path).ToString(), page.QuerySelector("meta[property='og:url']")?.GetAttribute("content"));
        Assert.Equal(page.QuerySelector("#link-full")?.GetAttribute("value"), page.QuerySelector("meta[property='og:image']")?.GetAttribute("content"));
        Assert.Equal("Holidays.webp", page.QuerySelector("a[download]")?.GetAttribute("download"));
    }

    [Theory]
    [InlineData("/?q=Holidays&sort=name", "/?q=Holidays&sort=name")]
    [InlineData("/", "/")]
    [InlineData("/trash", "/")]
    [InlineData("http://elsewhere.example/?q=Holidays", "/")]
    [InlineData(null, "/")]
    public async Task Page_WhenSomebodyCameFromTheGallery_ShouldLeadBackToItAsItWas(string? referer, string back)
    {
        using var browser = server.Browser();
        if (referer is not null)
        {
            browser.DefaultRequestHeaders.Referrer = new Uri(server.Address, referer);
        }

        var page = await browser.PageAsync(await UploadAsync("Holidays"));

        Assert.Equal(back, page.QuerySelector("a.back")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_WhenSourceWasKept_ShouldSaySoAndOfferItAsWhatItIs()
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(TestImages.SmallJpeg(), fields: ("name", "Small"));

        var page = await _browser.PageAsync($"/images/{uploaded.Text("id")}");

        Assert.Equal("Small.jpg", page.QuerySelector("a[download]")?.GetAttribute("download"));
        var facts = page.Text(".facts");
        Assert.Contains("Kept as it was", facts, StringComparison.Ordinal);
        Assert.Contains("As WebP it would have been larger.", facts, StringComparison.Ordinal);
        Assert.Contains("read by libvips 8.", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenThereIsNoSuchPicture_ShouldBeNotFound()
    {
        using var answer = await _browser.GetAsync($"/images/{new string('0', 32)}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("404", (await answer.PageAsync()).Text(".status"));
    }

    [Fact]
    public async Task Rename_WhenNameIsGood_ShouldShowItAndSaySo()
    {
        var page = await _browser.PageAsync(await UploadAsync("Before"));

        using var answer = await _browser.SendFormAsync(page, "form[action$='/rename'] button", ("name", "<After> & ñ"));
        var renamed = await _browser.FollowAsync(answer);

        Assert.Equal("<After> & ñ", renamed.Text("h1"));
        Assert.Contains("“<After> & ñ”", renamed.Text(".notice"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  ", "", "blank")]
    [InlineData("\u200b", "\u200b", "blank")]
    [InlineData(null, null, "The name has 501 characters")]
    public async Task Rename_WhenNameIsRefused_ShouldShowTheFormAgainWithWhatWasTypedAndWhy(string? typed, string? shown, string said)
    {
        var path = await UploadAsync("Kept");
        var tooLong = new string('ñ', 501);

        using var answer = await _browser.SendFormAsync(await _browser.PageAsync(path), "form[action$='/rename'] button", ("name", typed ?? tooLong));
        var page = await answer.PageAsync();

        var field = page.QuerySelector("#name")!;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Kept", page.Text("h1"));
        Assert.Equal(shown ?? tooLong, field.GetAttribute("value"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.True(field.Closest("details")!.HasAttribute("open"));
        var error = page.QuerySelector($"#{field.GetAttribute("aria-describedby")}")!;
        Assert.Equal("alert", error.GetAttribute("role"));
        Assert.Contains(said, error.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rename_WhenTheFormIsSentAgainWithAGoodName_ShouldRename()
    {
        var page = await _browser.PageAsync(await UploadAsync("Before"));
        using var refused = await _browser.SendFormAsync(page, "form[action$='/rename'] button", ("name", " "));

        using var answer = await _browser.SendFormAsync(await refused.PageAsync(), "form[action$='/rename'] button", ("name", "After"));

        Assert.Equal("After", (await _browser.FollowAsync(answer)).Text("h1"));
    }

    [Fact]
    public async Task Describe_WhenTextIsGiven_ShouldBeTheAltUntilItIsTakenAway()
    {
        var page = await _browser.PageAsync(await UploadAsync("Named"));

        using var describing = await _browser.SendFormAsync(page, "form[action$='/describe'] button", ("alt", "\n<A beach> & ñ"));
        var described = await _browser.FollowAsync(describing);
        using var clearing = await _browser.SendFormAsync(described, "form[action$='/describe'] button", ("alt", " "));
        var cleared = await _browser.FollowAsync(clearing);

        Assert.Equal("The description is saved.", described.Text(".notice p"));
        Assert.Equal("\n<A beach> & ñ", described.QuerySelector(".photo img")?.GetAttribute("alt"));
        Assert.Equal("\n<A beach> & ñ", described.QuerySelector("#alt")?.TextContent);
        Assert.Equal("The description is gone; the name stands in for it.", cleared.Text(".notice p"));
        Assert.Equal("Named", cleared.QuerySelector(".photo img")?.GetAttribute("alt"));
        Assert.Equal("", cleared.QuerySelector("#alt")?.TextContent);
    }

    [Fact]
    public async Task Describe_WhenTooLong_ShouldShowTheFormAgainWithWhatWasTypedAndWhy()
    {
        var tooLong = new string('ñ', 2001);
        var path = await UploadAsync("Named");

        using var answer = await _browser.SendFormAsync(await _browser.PageAsync(path), "form[action$='/describe'] button", ("alt", tooLong));
        var page = await answer.PageAsync();

        var field = page.QuerySelector("#alt")!;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(tooLong, field.TextContent);
        Assert.True(field.Closest("details")!.HasAttribute("open"));
        Assert.False(page.QuerySelector("#name")!.Closest("details")!.HasAttribute("open"));
        Assert.Contains("The description has 2,001 characters", page.Text("#alt-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WhenEmbedded_ShouldOfferEachRenditionInEachLanguage()
    {
        using var client = server.ApiClient();
        var id = (await client.UploadAsync(TestImages.Jpeg(1000, 500))).Text("id");

        var page = await _browser.PageAsync($"/images/{id}");

        string[] expected =
        [
            .. from size in new[] { "full", "w800", "w320" } from kind in new[] { "link", "html", "markdown", "bbcode" } select $"{kind}-{size}",
        ];
        Assert.Equal(expected, page.QuerySelectorAll(".embed input").Select(input => input.Id));
        Assert.Equal(expected, page.QuerySelectorAll(".embed button[hidden]").Select(button => button.GetAttribute("data-copy")));
        Assert.All(page.QuerySelectorAll(".embed input"), input =>
            Assert.Contains(new Uri(server.Address, $"/uploads/{id}/").ToString(), input.GetAttribute("value"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WhenAScriptAsks_ShouldBeTheInfoAlone()
    {
        var path = await UploadAsync("Panel");
        using var script = server.Browser();
        script.DefaultRequestHeaders.Add("HX-Request", "true");
        script.DefaultRequestHeaders.Add("HX-Request-Type", "partial");

        using var answer = await script.GetAsync(path);
        var panel = await answer.PageAsync();
        using var renaming = await script.SendFormAsync(panel, "form[action$='/rename'] button", ("name", "Renamed"));
        var renamed = await script.FollowAsync(renaming);

        Assert.Equal(["HX-Request", "HX-Request-Type"], answer.Headers.Vary);
        Assert.DoesNotContain("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(panel.QuerySelector("style, .said"));
        Assert.Equal(["rename", "describe", "share", "delete"], panel.QuerySelectorAll("form").Select(form => form.GetAttribute("action")!.Split('/')[^1]));
        Assert.Equal(("Renamed", "The picture is now called “Renamed”."), (renamed.Text("h2"), renamed.Text(".said")));
        Assert.Null((await script.PageAsync(path)).QuerySelector(".said"));
    }

    [Fact]
    public async Task Rename_WhenThePictureIsGoneMeanwhile_ShouldBeNotFound()
    {
        var path = await UploadAsync("Gone");
        var page = await _browser.PageAsync(path);
        using var deletion = await _browser.SendFormAsync(page, "form[action$='/delete'] button");

        using var refused = await _browser.SendFormAsync(page, "form[action$='/rename'] button", ("name", " "));
        using var good = await _browser.SendFormAsync(page, "form[action$='/rename'] button", ("name", "Back"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refused.StatusCode, good.StatusCode));
    }

    [Theory]
    [InlineData("田")]
    [InlineData("🐍")]
    public async Task Notice_WhenTheNameIsLong_ShouldCutItSoThatTheHeadersStayShort(string letter)
    {
        var name = string.Concat(Enumerable.Repeat(letter, 500 / letter.Length));
        var page = await _browser.PageAsync(await UploadAsync("Short"));

        using var renaming = await _browser.SendFormAsync(page, "form[action$='/rename'] button", ("name", name));
        var renamed = await _browser.FollowAsync(renaming);
        using var deletion = await _browser.SendFormAsync(renamed, "form[action$='/delete'] button");
        var gallery = await _browser.FollowAsync(deletion);

        Assert.InRange(renaming.Headers.ToString().Length, 1, HeaderBudget);
        Assert.InRange(deletion.Headers.ToString().Length, 1, HeaderBudget);
        Assert.Equal(name, renamed.Text("h1"));
        Assert.Contains($"“{letter}{letter}", gallery.Text(".notice"), StringComparison.Ordinal);
        Assert.Contains($"{letter}…”", gallery.Text(".notice"), StringComparison.Ordinal);
        Assert.NotNull(gallery.QuerySelector(".notice button"));
    }

    [Fact]
    public async Task Delete_WhenUndone_ShouldLeaveThePictureAsItWas()
    {
        var path = await UploadAsync("There and back");
        var page = await _browser.PageAsync(path);

        using var deletion = await _browser.SendFormAsync(page, "form[action$='/delete'] button");
        var gallery = await _browser.FollowAsync(deletion);
        using var gone = await _browser.GetAsync(path);
        using var undo = await _browser.SendFormAsync(gallery, ".notice button");
        var back = await _browser.FollowAsync(undo);

        Assert.Equal("/", deletion.Headers.Location?.ToString());
        Assert.Contains("“There and back”", gallery.Text(".notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("/", undo.Headers.Location?.ToString());
        Assert.Equal(path, back.QuerySelector(".notice a")?.GetAttribute("href"));
        Assert.Equal("There and back", (await _browser.PageAsync(path)).Text("h1"));
        Assert.Null((await _browser.PageAsync("/")).QuerySelector(".notice"));
    }

    [Theory]
    [InlineData("rename")]
    [InlineData("describe")]
    [InlineData("delete")]
    [InlineData("restore")]
    public async Task Form_WhenTokenIsMissing_ShouldChangeNothing(string action)
    {
        var path = await UploadAsync("Safe");

        using var answer = await _browser.PostAsync($"{path}/{action}", new FormUrlEncodedContent([new("name", "Taken")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Safe", (await _browser.PageAsync(path)).Text("h1"));
    }

    private async Task<string> UploadAsync(string name)
    {
        using var client = server.ApiClient();
        var uploaded = await client.UploadAsync(TestImages.Jpeg(), fields: ("name", name));
        return $"/images/{uploaded.Text("id")}";
    }
}
