using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

public sealed class EmptySiteTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Visitor.Desktop, false)]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Pages_WhenLibraryIsEmpty_ShouldHaveNoFault(int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));

        string[] faults = [.. await PageAudit.FaultsOfAsync(visit, "/"), .. await PageAudit.FaultsOfAsync(visit, "/trash")];

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Gallery_WhenBrowserAsksForSpanish_ShouldBeInSpanish()
    {
        await using var visit = await site.VisitAsync(new Visitor(Language: "es-ES"));

        await visit.OpenAsync("/");

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(visit.Page.Locator(".empty")).ToHaveTextAsync("Todavía no hay imágenes. Añade la primera.");
        await Expect(visit.Button("Subir")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Language_WhenSwitched_ShouldBeRemembered()
    {
        await using var visit = await site.VisitAsync(new Visitor(Language: "es-ES"));
        await visit.OpenAsync("/trash");

        await visit.PreferAsync("English");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Trash");
        await visit.OpenAsync("/");

        await Expect(visit.Button("Upload")).ToBeVisibleAsync();
    }
}
