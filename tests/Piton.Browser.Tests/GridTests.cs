using System.Text.RegularExpressions;
using Microsoft.Playwright;
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
    public async Task Rows_WhenFarOutsideTheView_ShouldBeEmptiedAndKeepTheirHeight()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(390, 300);
        await visit.OpenAsync("/?sort=oldest");
        var first = visit.Page.Locator(".row").First;
        await Expect(first.Locator(".cell")).Not.ToHaveCountAsync(0);
        var before = await first.BoundingBoxAsync();

        // Longer than the library is: what counts is how far away the row is, not what lies between.
        await visit.Page.EvaluateAsync("() => { document.body.style.paddingBottom = '4000px'; scrollTo(0, 4000); }");
        await Expect(first.Locator(".cell")).ToHaveCountAsync(0);
        Assert.Equal(before!.Height, (await first.BoundingBoxAsync())!.Height);
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");

        await Expect(first.Locator(".cell")).Not.ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tile_BeforeItsPicture_ShouldShowItsColourAndThenItsThumbHash(bool javaScript)
    {
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        await visit.Page.RouteAsync("**/uploads/**", route => route.AbortAsync());
        await visit.OpenAsync("/");
        var tile = visit.Page.Locator(javaScript ? ".cell" : ".grid li").First;

        await Expect(tile).Not.ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0)");
        await Expect(tile).ToHaveCSSAsync("background-image", new Regex(javaScript ? "^url\\(\"data:image/png" : "^none$"));
        await Expect(tile.Locator("img")).ToHaveAttributeAsync("loading", "lazy");
        await Expect(tile.Locator("img")).ToHaveAttributeAsync("decoding", "async");
        await Expect(tile.Locator("img")).ToHaveAttributeAsync("sizes", new Regex("px"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Order_WhenChosen_ShouldBeKeptInTheAddress(bool javaScript)
    {
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        await visit.OpenAsync("/");
        var first = visit.Page.Locator("#gallery [data-tile] a").First;
        await Expect(first).ToHaveAccessibleNameAsync(StockedSite.NameOf(StockedSite.Pictures));

        await visit.Page.Locator("#sort").SelectOptionAsync("name");
        if (!javaScript)
        {
            await visit.Button("Search").ClickAsync();
        }

        await Expect(first).ToHaveAccessibleNameAsync(StockedSite.NameOf(1));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("[?&]sort=name$"));
    }

    [Fact]
    public async Task Search_WhenItsAnswerDoesNotCome_ShouldSaySo()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/?*q=*", route => route.AbortAsync());
        await visit.OpenAsync("/");

        await visit.Page.Locator("#q").FillAsync("picture");

        await Expect(visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToHaveTextAsync("The pictures did not come. Piton may be down or out of reach.");
    }

    [Fact]
    public async Task Network_WhenItIsGone_ShouldBeSaidUntilItIsBack()
    {
        await using var visit = await site.VisitAsync(new Visitor(Language: "es"));
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator(".offline")).ToBeHiddenAsync();

        await visit.Page.Context.SetOfflineAsync(true);
        await Expect(visit.Page.Locator(".offline")).ToHaveTextAsync("Sin conexión. Lo que se ve se queda; lo demás llega cuando haya red.");
        await visit.Page.Context.SetOfflineAsync(false);

        await Expect(visit.Page.Locator(".offline")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Gallery_WhenTheNextPageIsSlow_ShouldSayThatItIsOnItsWay()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var go = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/?*after=*", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        await visit.OpenAsync("/");

        await Expect(visit.Page.Locator(".loading")).ToBeVisibleAsync();
        go.SetResult();

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await Expect(visit.Page.Locator(".loading")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Back_WhenAPictureWasOpened_ShouldReturnToTheSamePlace()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(390, 300);
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator(".pages")).ToHaveJSPropertyAsync("hidden", true);
        var last = visit.Link(StockedSite.NameOf(1));
        await visit.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        await Expect(last).ToBeInViewportAsync();
        var before = await last.BoundingBoxAsync();

        await visit.OpenAsync(site.NewestPage);
        await visit.Page.GoBackAsync();

        await Expect(last).ToBeInViewportAsync();
        var after = await last.BoundingBoxAsync();
        Assert.Equal(before!.Y, after!.Y, 1.0);
    }

    [Fact]
    public async Task Rail_WhenTheGalleryIsLong_ShouldMarkTheMonthInViewAndLeadToIt()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        var month = visit.Page.Locator(".rail [data-month]");

        await Expect(month).ToHaveAttributeAsync("aria-current", "true");
        await month.ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest&after="));
        await Expect(visit.Link(StockedSite.NameOf(1))).ToBeVisibleAsync();
        await visit.Link("To the first page").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest$"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Rail_WhenMonthsHaveNoRoom_ShouldShowThoseOfTheYearInView()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/months*", async route =>
        {
            var months = await (await route.FetchAsync()).TextAsync();
            var years = string.Concat(Enumerable.Range(1990, 20).Select(year => $"""<li><a href="/" data-year="{year}">{year}</a><ol><li><a href="/" data-month="{year}-05" data-short="May"></a></li></ol></li>"""));
            await route.FulfillAsync(new() { ContentType = "text/html", Body = months.Replace("</li>\n</ol>", $"</li>{years}</ol>", StringComparison.Ordinal) });
        });

        await visit.OpenAsync("/");

        await Expect(visit.Page.Locator(".rail")).ToHaveAttributeAsync("data-by", "year");
        await Expect(visit.Page.Locator(".rail [data-year]")).ToHaveCountAsync(21);
        await Expect(visit.Page.Locator(".rail [data-month]").And(visit.Page.Locator(":visible"))).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".rail [data-month][aria-current]")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Months_WithoutScripts_ShouldLeadToTheirPictures()
    {
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: false));
        await visit.OpenAsync("/");

        await visit.Link("By date").ClickAsync();
        await visit.Page.Locator("[data-month]").ClickAsync();

        await Expect(visit.Link(StockedSite.NameOf(StockedSite.Pictures))).ToBeVisibleAsync();
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
    public async Task Search_WhenTypedBeforeTheScriptsCame_ShouldBeMade()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var hasTyped = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/assets/site.js*", async route =>
        {
            await hasTyped.Task;
            await route.ContinueAsync();
        });

        await visit.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await visit.Page.Locator("#q").FillAsync("picture 3");
        hasTyped.SetResult();

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?q=picture\+3$"));
    }

    [Fact]
    public async Task Search_WhenTypedAsSoonAsTheScriptsAreThere_ShouldBeMade()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.AddInitScriptAsync("""
            document.addEventListener("DOMContentLoaded", () => {
              const name = document.getElementById("q");
              name.value = "picture 3";
              name.dispatchEvent(new InputEvent("input", { bubbles: true }));
            });
            """);

        await visit.OpenAsync("/");

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
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

        await visit.Page.SetViewportSizeAsync(Visitor.Phone, 300);
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator("#keys h2")).ToBeInViewportAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("#keys")).ToBeHiddenAsync();
    }
}
