using System.Net;
using AngleSharp.Html.Dom;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.BadInput;

/// <summary>A form that cannot be read is refused as such; nothing takes it for an empty one.</summary>
public sealed class UnreadableFormTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _client = server.ApiClient();

    [Theory]
    [InlineData("/zz", "no boundary", 404, "not_found")]
    [InlineData("/zz", "cut", 404, "not_found")]
    [InlineData("/zz", "too many fields", 404, "not_found")]
    [InlineData("/zz", "too long", 404, "not_found")]
    [InlineData("/", "no boundary", 405, "method_not_allowed")]
    [InlineData("/", "too long", 405, "method_not_allowed")]
    [InlineData("/preferences", "no boundary", 400, "malformed")]
    [InlineData("/preferences", "cut", 400, "malformed")]
    [InlineData("/preferences", "too many fields", 400, "malformed")]
    [InlineData("/preferences", "too long", 413, "too_large")]
    [InlineData("/trash/empty", "cut", 400, "malformed")]
    [InlineData("/trash/empty", "too long", 413, "too_large")]
    [InlineData("/api/v1/images/00000000000000000000000000000000/restore", "cut", 400, "malformed")]
    [InlineData("/upload", "no boundary", 400, "malformed")]
    [InlineData("/error", "cut", 404, "not_found")]
    public async Task Post_WhenTheFormCannotBeRead_ShouldSayWhatWasWrong(string path, string form, int status, string code)
    {
        using var answer = await _client.PostAsync(path, UnreadableForm.Of(form));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.JsonAsync()).Text("code"));
    }

    [Theory]
    [InlineData("too long", "picture")]
    [InlineData("cut", "page")]
    public async Task Post_WhenTheFormHoldsNoPictures_ShouldNotSpeakOfThem(string form, string word)
    {
        using var answer = await _client.PostAsync("/preferences", UnreadableForm.Of(form));

        Assert.DoesNotContain(word, (await answer.JsonAsync()).Text("detail"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no boundary", HttpStatusCode.BadRequest)]
    [InlineData("cut", HttpStatusCode.BadRequest)]
    [InlineData("too many fields", HttpStatusCode.BadRequest)]
    [InlineData("too long", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_WhenOnlyTheTokenIsGood_ShouldChangeNothing(string form, HttpStatusCode status)
    {
        var (kept, trashed) = (await UploadAsync(), await UploadAsync());
        using var browser = server.Browser();
        var token = ((IHtmlInputElement)(await browser.PageAsync("/")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        using var deletion = await _client.DeleteAsync($"{Uploads.Api}/{trashed}");

        foreach (var path in new[] { $"/images/{kept}/rename", $"/images/{kept}/delete", $"/images/{trashed}/restore", "/trash/empty" })
        {
            using var answer = await browser.PostAsync(path, UnreadableForm.Of(form));
            Assert.Equal((path, status), (path, answer.StatusCode));
        }

        Assert.Equal("Kept", (await browser.PageAsync($"/images/{kept}")).Text("h1"));
        Assert.NotNull((await browser.PageAsync("/trash")).QuerySelector($"button[formaction='/images/{trashed}/restore']"));
    }

    private async Task<string> UploadAsync() => (await _client.UploadAsync(TestImages.Png(), fields: ("name", "Kept"))).Text("id");
}
