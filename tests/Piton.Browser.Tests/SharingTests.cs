using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>Who finds many pictures, changed at once, and the galleries that show what not everybody finds.</summary>
public sealed class SharingTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task Share_WhenSeveralAreChosen_ShouldMarkThemAndTakeItBack()
    {
        await site.AddAsync("Share one");
        await site.AddAsync("Share two");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?q=Share&sort=name");
        await ChooseAllAsync(visit);

        await ShareAsync(visit, "Only their owner");

        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Private", "Private"]);
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("Changed who finds 2 pictures.");
        await Expect(visit.Page.Locator(".chosen")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".cell a").First).ToHaveAccessibleNameAsync("Share one Private");
        Assert.Equal("private private", await VisibilitiesAsync(visit));

        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Page.Locator(".cell .badge")).ToHaveCountAsync(0);
        Assert.Equal("public public", await VisibilitiesAsync(visit));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Undo_WhenTheyWereFoundInDifferentWays_ShouldMakeEachAsItWas()
    {
        await site.AddAsync("Mixed one");
        await site.AddAsync("Mixed two");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?q=Mixed&sort=name");
        await visit.Link("Mixed one").FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await ShareAsync(visit, "Whoever has the link");
        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Unlisted"]);

        await ChooseAllAsync(visit);
        await ShareAsync(visit, "Only their owner");
        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Private", "Private"]);
        await visit.Button("Undo").ClickAsync();

        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Unlisted"]);
        Assert.Equal("unlisted public", await VisibilitiesAsync(visit));
    }

    [Fact]
    public async Task Menu_WhenEscapeIsPressed_ShouldCloseAndKeepTheSelection()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Page.Locator(".sharing summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Button("Whoever has the link")).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Button("Whoever has the link")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".sharing summary")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".chosen")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Share_WhenTheServerRefuses_ShouldSayItAndMarkNothing()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/api/v1/images/share", route => route.FulfillAsync(new()
        {
            Status = 403, ContentType = "application/problem+json", Body = """{"detail":"You may not do this."}""",
        }));
        await visit.OpenAsync("/?q=Picture&sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");

        await ShareAsync(visit, "Only their owner");

        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("1 picture could not be changed. You may not do this.");
        await Expect(visit.Button("Undo")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".badge")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Information_WhenItChangesWhoFindsIt_ShouldShowItOnTheTile()
    {
        await site.AddAsync("Shared alone");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Shared alone");
        await visit.Page.Keyboard.PressAsync("i");
        await visit.Page.Locator(".information summary").Filter(new() { HasText = "Who finds it" }).ClickAsync();
        await visit.Page.Locator(".information").GetByLabel("Only me").CheckAsync();

        await visit.Page.Locator(".information form[action$='/share'] button").ClickAsync();
        await Expect(visit.Page.Locator(".information .said")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator(".cell", new() { HasText = "Shared alone" }).Locator(".badge")).ToHaveTextAsync("Private");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/account/images")]
    [InlineData("/admin/images")]
    public async Task Gallery_WhenItIsOfHiddenPicturesToo_ShouldDoWhatTheOtherDoes(string home)
    {
        var name = $"Only in {home[1..].Replace('/', ' ')}";
        await site.AddAsync($"{name} one");
        await site.AddAsync($"{name} two");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync(home);
        await Expect(visit.Page.Locator(".count")).ToContainTextAsync("pictures");

        await visit.Page.Locator("#q").FillAsync(name);
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(2);
        Assert.StartsWith(home + "?q=", new Uri(visit.Page.Url).PathAndQuery, StringComparison.Ordinal);
        await ChooseAllAsync(visit);
        await ShareAsync(visit, "Only their owner");
        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Private", "Private"]);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".cell .badge")).ToHaveTextAsync(["Private", "Private"]);

        await visit.Page.Locator(".cell a").First.ClickAsync();
        await Expect(visit.Page.Locator(".pswp--open")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        Assert.StartsWith(home + "?q=", new Uri(visit.Page.Url).PathAndQuery, StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Gallery_WhenItIsLongerThanAPage_ShouldGoOnByItself()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/admin/images?q=Picture&sort=oldest");

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Form_WhenThereAreNoScripts_ShouldChangeWhoFindsThem()
    {
        await site.AddAsync("Plainly shared");
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: false));
        await visit.OpenAsync("/account/images?q=Plainly");
        await visit.Page.Locator(".choosing input[name=ids]").CheckAsync();
        await visit.Page.Locator("#sharing").SelectOptionAsync("unlisted");

        await visit.Button("Change who finds it").ClickAsync();

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Changed who finds it: 1.");
        await Expect(visit.Page.Locator(".grid .badge")).ToHaveTextAsync("Unlisted");
        Assert.EndsWith("/account/images?q=Plainly", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_WhenPicturesAreChosen_ShouldNotBeOfferedToShareThem()
    {
        await using var visit = await site.VisitAsync(new Visitor(SignedIn: false));
        await visit.OpenAsync("/?sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");

        await Expect(visit.Page.Locator(".chosen")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".sharing")).ToHaveCountAsync(0);
    }

    private static async Task ChooseAllAsync(Visit visit)
    {
        await visit.Page.Locator(".cell a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(visit.Page.Locator(".chosen")).ToBeVisibleAsync();
    }

    private static async Task ShareAsync(Visit visit, string withWhom)
    {
        await visit.Page.Locator(".sharing summary").ClickAsync();
        await visit.Page.Locator(".sharing").GetByText(withWhom).ClickAsync();
    }

    /// <summary>What the server says of each picture of the page, whatever scripts have shown.</summary>
    private static Task<string> VisibilitiesAsync(Visit visit) => visit.Page.EvaluateAsync<string>("""
        async () => {
          // The part alone, which has no style of its own.
          const answer = await fetch(location.href, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          return [...page.querySelectorAll("[data-tile]")].map((tile) => tile.dataset.visibility).join(" ");
        }
        """);
}
