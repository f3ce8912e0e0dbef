using System.Net;
using Microsoft.AspNetCore.Http;
using Piton.Web.Preferences;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Preferences;

public sealed class PreferencesTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const string Path = "/preferences";

    private readonly HttpClient _browser = server.Browser();

    [Fact]
    public async Task Post_WhenALanguageIsChosen_ShouldRememberItAndComeBack()
    {
        using var answer = await SendAsync(("language", "es"), ("back", "/trash"));

        var page = await _browser.FollowAsync(answer);

        Assert.Equal("/trash", answer.Headers.Location?.ToString());
        Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("piton-language=", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Post_WhenAThemeIsChosen_ShouldRememberItAlone(string theme)
    {
        using var answer = await SendAsync(("theme", theme));

        Assert.Equal("/", answer.Headers.Location?.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"piton-theme={theme};", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("theme", "pink")]
    [InlineData("theme", "7")]
    [InlineData("language", "fr")]
    [InlineData("language", "es\n")]
    public async Task Post_WhenThereIsNoSuchChoice_ShouldRefuse(string field, string value)
    {
        using var answer = await SendAsync((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(Cookies(answer), cookie => cookie.Contains("theme", StringComparison.Ordinal) || cookie.Contains("language", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("https://elsewhere.example/")]
    public async Task Post_WhenItWouldLeadElsewhere_ShouldLeadToTheGallery(string back)
    {
        using var answer = await SendAsync(("theme", "dark"), ("back", back));

        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Post_WhenTheWayBackIsNotAscii_ShouldEncodeIt()
    {
        using var answer = await SendAsync(("theme", "dark"), ("back", "/é?q=ñ%20🐍#x"));

        Assert.Equal("/%C3%A9?q=%C3%B1%20%F0%9F%90%8D#x", answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task Post_WhenTokenIsMissing_ShouldRefuse()
    {
        using var answer = await _browser.PostAsync(Path, new FormUrlEncodedContent([new("theme", "dark")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("piton-theme=dark", "dark")]
    [InlineData("piton-theme=light", "light")]
    [InlineData("piton-theme=pink", "system")]
    [InlineData("", "system")]
    public void ThemeText_WhenACookieIsSent_ShouldBeThatThemeOrTheDevices(string cookie, string theme)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;

        Assert.Equal(theme, context.Request.ThemeText());
    }

    private static IEnumerable<string> Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields) =>
        await _browser.PostAsync(Path, await _browser.WithTokenAsync(fields));
}
