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
    public async Task All_WhenMorePicturesAreThereThanHaveCome_ShouldSayOfHowMany()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/?*after=*", route => route.AbortAsync());
        await visit.OpenAsync("/?sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();

        await visit.Page.Keyboard.PressAsync("Control+a");

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync($"{Site.PageSize} of {StockedSite.Pictures} selected");
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
    public async Task Finger_WhenASecondOneComes_ShouldChooseNothing()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        await OpenAsync(visit);

        await visit.Page.Locator(".cell").First.EvaluateAsync("""
            (cell) => {
              const finger = (identifier) => new Touch({ identifier, target: cell });
              const lay = (touches) => cell.dispatchEvent(new TouchEvent("touchstart", { touches, bubbles: true }));
              lay([finger(1)]);
              lay([finger(1), finger(2)]);
            }
            """);
        await visit.Page.WaitForTimeoutAsync(700);

        await Expect(visit.Page.Locator(".chosen")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(820, 900)]
    [InlineData(1440, 900)]
    public async Task Bar_WhenTheUploadsAreOpen_ShouldBeUsable(int width, int height)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(width, height);
        await OpenAsync(visit);
        await visit.Page.Keyboard.PressAsync("u");
        await Expect(visit.Page.Locator(".uploads")).ToBeVisibleAsync();
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");

        await visit.Page.Locator(".chosen").GetByText("Clear").ClickAsync(new() { Timeout = 3_000 });

        await Expect(visit.Page.Locator(".chosen")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Download_WhenMoreAreChosenThanOneArchiveTakes_ShouldSaySoAndSendNothing()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var posts = 0;
        await visit.Page.RouteAsync("**/images/download", route =>
        {
            posts++;
            return route.AbortAsync();
        });
        await visit.Page.RouteAsync("**/?q=many", async route =>
        {
            var answer = await route.FetchAsync(new() { Url = route.Request.Url.Replace("q=many", "q=Picture", StringComparison.Ordinal) });
            var tile = "<li data-tile='#' data-month='2026-01' data-ratio='1' data-color='#888888' data-hash='' data-size='9x9' data-small='yes'><a href='/'><img src='/img/piton.svg' width='9' height='9' alt='x'><b>x</b></a></li>";
            var tiles = string.Concat(Enumerable.Range(1, 1001).Select(number => tile.Replace("'#'", $"'{number:x32}'", StringComparison.Ordinal)));
            var page = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = page.Replace("</ul>", tiles + "</ul>", StringComparison.Ordinal) });
        });
        await visit.OpenAsync("/?q=many");
        await Expect(visit.Page.Locator(".rows")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("1,00");

        await visit.Page.Locator(".chosen").GetByText("Download").ClickAsync();

        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("At most 1,000 pictures can be downloaded at once.");
        Assert.Equal(0, posts);
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
