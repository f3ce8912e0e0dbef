using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>The gallery as scripts make it.</summary>
public sealed class GridTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Theory]
    [InlineData(Visitor.Desktop)]
    [InlineData(Visitor.Phone)]
    public async Task Gallery_WhenTheEndIsNear_ShouldLoadTheRestByItself(int width)
    {
        await using var visit = await site.VisitAsync(new Visitor(width));
        await visit.OpenAsync("/");

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await Expect(visit.Page.Locator(".pages")).ToBeHiddenAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/$"));
        Assert.Equal(StockedSite.Pictures, await visit.LoadPicturesAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Gallery_WhenTheNextPageDoesNotCome_ShouldSaySoAndBringItOnDemand()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/?*after=*", route => route.AbortAsync());
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator(".pages .failed")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(Site.PageSize);

        await visit.Page.UnrouteAllAsync();
        await visit.Link("Next page").ClickAsync();

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await Expect(visit.Page.Locator(".pages .failed")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Search_WhileTyping_ShouldShowWhatIsCalledThatAndKeepItInTheAddress()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");

        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("picture 3");

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
        await Expect(visit.Link(StockedSite.NameOf(3))).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync("1 picture");
        await Expect(visit.Page.Locator("#q")).ToBeFocusedAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?q=picture\+3$"));
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);

        await visit.Page.Locator("#q").FillAsync("nobody");
        await Expect(visit.Page.Locator(".empty")).ToContainTextAsync("No picture is called that.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Arrows_WhenPressed_ShouldGoFromTileToTile()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        var keyboard = visit.Page.Keyboard;

        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await keyboard.PressAsync("ArrowRight");
        await Expect(visit.Link(StockedSite.NameOf(2))).ToBeFocusedAsync();
        await keyboard.PressAsync("End");
        await Expect(visit.Link(StockedSite.NameOf(StockedSite.Pictures))).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowUp");
        await Expect(visit.Link(StockedSite.NameOf(StockedSite.Pictures))).Not.ToBeFocusedAsync();
        await keyboard.PressAsync("Home");
        await Expect(visit.Link(StockedSite.NameOf(1))).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".cell a[tabindex='0']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task QuestionMark_WhenPressed_ShouldListTheKeys()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");

        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator("#keys")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("#keys")).ToBeHiddenAsync();
    }
}
