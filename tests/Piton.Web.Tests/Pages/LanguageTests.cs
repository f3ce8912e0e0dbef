using System.Net;

namespace Piton.Web.Tests.Pages;

public sealed class LanguageTests(PitonServer server) : IClassFixture<PitonServer>
{
    private readonly HttpClient _browser = server.Browser();

    [Theory]
    [InlineData("es-MX,es;q=0.9,en;q=0.8", "es", "Papelera")]
    [InlineData("en-GB", "en", "Trash")]
    [InlineData("de", "en", "Trash")]
    public async Task Page_WhenBrowserPrefersLanguage_ShouldBeInIt(string accepted, string language, string heading)
    {
        _browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);

        var page = await _browser.PageAsync("/trash");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.Text("h1"));
    }

    [Fact]
    public async Task Switch_WhenUsed_ShouldBeRememberedAndComeBackToThePage()
    {
        var page = await _browser.PageAsync("/trash");

        using var answer = await _browser.SendFormAsync(page, ".menu button[value='es']", ("language", "es"));

        Assert.Equal("/trash", answer.Headers.Location?.ToString());
        Assert.Equal("es", (await _browser.PageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Failure_WhenBrowserPrefersSpanish_ShouldBeInSpanish()
    {
        _browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");

        using var answer = await _browser.GetAsync("/no-such-page");
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("No encontrado", page.Text("h1"));
        Assert.Contains("Aquí no hay nada.", page.Text(".failure"), StringComparison.Ordinal);
    }
}
