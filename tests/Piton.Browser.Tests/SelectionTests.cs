using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>Many pictures at once.</summary>
public sealed class SelectionTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task Delete_WhenSeveralAreChosen_ShouldRemoveThemAndBringThemBack()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit);
        await visit.Link(StockedSite.NameOf(2)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Link(StockedSite.NameOf(4)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("3 selected");

        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures - 3);
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("3 pictures moved to the trash.");
        await Expect(visit.Page.Locator(".chosen")).ToBeHiddenAsync();

        await visit.Button("Undo").ClickAsync();
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await OpenAsync(visit);
        Assert.Equal([], visit.Complaints);
    }

    [Fact]
    public async Task Download_WhenSeveralAreChosen_ShouldSaveOneArchive()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit);
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(visit.Page.Locator(".cell[aria-selected=true]")).ToHaveCountAsync(StockedSite.Pictures);

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download").ClickAsync());

        using var archive = ZipFile.OpenRead(await download.PathAsync());
        Assert.Equal(StockedSite.Pictures, archive.Entries.Count);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".cell[aria-selected=true]")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Mark_WhenTilesAreBeingChosen_ShouldMakeAClickChooseInsteadOfOpen()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit);

        await visit.Link(StockedSite.NameOf(1)).HoverAsync();
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {StockedSite.NameOf(1)}", Exact = true }).ClickAsync();
        await visit.Link(StockedSite.NameOf(2)).ClickAsync();

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("2 selected");
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Finger_WhenItRestsOnATile_ShouldChooseItAndThoseThatAreTappedThen()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        await OpenAsync(visit);
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var tile = (await visit.Link(StockedSite.NameOf(1)).BoundingBoxAsync())!;

        await visit.TouchAsync([((int)(tile.X + tile.Width / 2), (int)(tile.Y + tile.Height / 2))], stayFor: 800);
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("1 selected");
        await visit.Link(StockedSite.NameOf(2)).TapAsync();

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("2 selected");
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Space_WhenPressedOnATile_ShouldChooseItAsControlAndAClickDo()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit);

        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Link(StockedSite.NameOf(3)).ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] });
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("2 selected");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("1 selected");
        await Expect(visit.Page.Locator(".cell[aria-selected=true] a")).ToHaveAccessibleNameAsync(StockedSite.NameOf(3));
    }

    private static async Task OpenAsync(Visit visit)
    {
        await visit.OpenAsync("/?sort=oldest");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await visit.LoadPicturesAsync();
    }
}
