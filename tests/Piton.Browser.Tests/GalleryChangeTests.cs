using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>The gallery changes while somebody is in it.</summary>
public sealed class GalleryChangeTests(StockedSite site) : IClassFixture<StockedSite>
{
    private const string Arrived = "() => document.dispatchEvent(new CustomEvent('piton:uploaded'))";

    [Fact]
    public async Task Delete_WhenAPictureArrivedMeanwhile_ShouldRemoveTheOneThatIsShown()
    {
        await site.AddAsync("Shown meanwhile");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Shown meanwhile");

        await ArriveAsync(visit, "Newcomer");
        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("Moved to the trash.");
        await Expect(visit.Tile("Shown meanwhile")).ToHaveCountAsync(0);
        await Expect(visit.Tile("Newcomer")).ToHaveCountAsync(1);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Search_WhenTheServerRefuses_ShouldKeepTheGalleryAndWorkTheNextTime(int status)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/?*q=*", route => route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<p>No</p>" }));
        await visit.OpenAsync("/");
        await visit.Page.Locator("#q").FillAsync("picture");
        await Expect(visit.Page.Locator(".search-failed")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".cell")).Not.ToHaveCountAsync(0);

        await visit.Page.UnrouteAllAsync();
        await visit.Page.Locator("#q").FillAsync("picture 3");

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".search-failed")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Arrivals_WhenTheyComeWithoutAPause_ShouldBeShownAsTheyCome()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await site.AddAsync("Early bird");

        await visit.Page.EvaluateAsync("() => { globalThis.rain = setInterval(() => document.dispatchEvent(new CustomEvent('piton:uploaded')), 100); }");

        await Expect(visit.Tile("Early bird")).ToHaveCountAsync(1, new() { Timeout = 4_000 });
        await visit.Page.EvaluateAsync("() => clearInterval(globalThis.rain)");
    }

    [Fact]
    public async Task Arrivals_WhenTheyAreMoreThanAPage_ShouldAllBeShown()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        var before = await CountAsync(visit);
        for (var number = 1; number <= Site.PageSize + 2; number++)
        {
            await site.AddAsync($"Crowd {number}");
        }

        await visit.Page.EvaluateAsync(Arrived);

        await Expect(visit.Tile("Crowd 1")).ToHaveCountAsync(1);
        await Expect(visit.Tile($"Crowd {Site.PageSize + 2}")).ToHaveCountAsync(1);
        Assert.Equal(before + Site.PageSize + 2, await CountAsync(visit));
    }

    [Fact]
    public async Task Arrivals_WhenTheLightboxLiesOverAnotherOrder_ShouldNotBePutFirst()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));
        var before = await CountAsync(visit);
        await site.AddAsync("Latest of all");

        await visit.Page.EvaluateAsync(Arrived);

        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync($"{before + 1} pictures");
        await Expect(visit.Page.Locator(".cell b").First).ToHaveTextAsync(StockedSite.NameOf(1));
    }

    [Fact]
    public async Task Focus_WhenTheNextPageComes_ShouldStayWhereItIs()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var go = await HoldNextPageAsync(visit);
        await visit.OpenAsync("/?sort=oldest");
        var last = visit.Link(StockedSite.NameOf(Site.PageSize));
        await last.FocusAsync();

        go.SetResult();

        await Expect(visit.Tile(StockedSite.NameOf(Site.PageSize + 1))).ToHaveCountAsync(1);
        await Expect(last).ToBeFocusedAsync();
    }

    [Fact]
    public async Task View_WhenPicturesArriveOrTheWindowChanges_ShouldStayWhereItIs()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(390, 300);
        await visit.OpenAsync("/");
        var last = visit.Link(StockedSite.NameOf(1));
        for (var more = true; more; more = await last.CountAsync() == 0)
        {
            await visit.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
            await visit.Page.WaitForTimeoutAsync(200);
        }

        await visit.Page.EvaluateAsync("() => document.querySelector('.row:nth-last-child(2)').scrollIntoView({ block: 'start' })");
        var top = await TopAsync(visit);

        await ArriveAsync(visit, "Above the view");
        await visit.Page.WaitForTimeoutAsync(300);
        Assert.Equal(top.Offset, await OffsetAsync(visit, top.Name), 2.0);
        await visit.Page.SetViewportSizeAsync(700, 300);
        await visit.Page.WaitForTimeoutAsync(300);

        await Expect(visit.Tile(top.Name)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Shift_WhenAPictureArrivedMeanwhile_ShouldChooseFromTheTileThatWasChosen()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await Expect(visit.Tile(StockedSite.NameOf(4))).ToHaveCountAsync(1);
        await visit.Link(StockedSite.NameOf(6)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await ArriveAsync(visit, "In between");

        await visit.Link(StockedSite.NameOf(4)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("3 selected");
        await Expect(visit.Link(StockedSite.NameOf(6))).Not.ToHaveAttributeAsync("tabindex", "-1");
    }

    [Fact]
    public async Task DoubleClick_WhenTheLightboxIsStillLoading_ShouldOpenOne()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");

        await visit.Page.EvaluateAsync("(name) => { const link = [...document.querySelectorAll('.cell a')].at(0); link.click(); link.click(); }", "");

        await Expect(visit.Page.Locator(".pswp--open")).ToHaveCountAsync(1);
        await visit.Page.WaitForTimeoutAsync(600);
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Lightbox_WhenItsScriptDoesNotCome_ShouldLeadToThePageOfThePicture()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/assets/parts/lightbox*", route => route.AbortAsync());
        await visit.OpenAsync("/?sort=oldest");

        await visit.Link(StockedSite.NameOf(1)).ClickAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(StockedSite.NameOf(1));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/images/"));
    }

    private static async Task<int> CountAsync(Visit visit) =>
        int.Parse((await visit.Page.Locator(".count").TextContentAsync())!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private async Task ArriveAsync(Visit visit, string name)
    {
        var before = await CountAsync(visit);
        await site.AddAsync(name);
        await visit.Page.EvaluateAsync(Arrived);
        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync($"{before + 1} pictures");
    }

    private static async Task<TaskCompletionSource> HoldNextPageAsync(Visit visit)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await visit.Page.RouteAsync("**/?*after=*", async route =>
        {
            await go.Task;
            await route.ContinueAsync();
        });
        return go;
    }

    /// <summary>The first tile in view, and where it is.</summary>
    private static async Task<(string Name, double Offset)> TopAsync(Visit visit)
    {
        var name = await visit.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('.cell')].find((cell) => cell.getBoundingClientRect().bottom > 0).querySelector('b').textContent");
        return (name, await OffsetAsync(visit, name));
    }

    private static async Task<double> OffsetAsync(Visit visit, string name) => (await visit.Tile(name).BoundingBoxAsync())!.Y;
}
