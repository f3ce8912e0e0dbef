using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

public sealed class KeyboardTests(StockedSite site) : IClassFixture<StockedSite>
{
    private const string Describe = """
        () => {
          const element = document.activeElement;
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return {
            name: element.id || element.name || element.getAttribute("href") || element.textContent.trim(),
            isSeen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && element.contains(hit),
          };
        }
        """;

    [Fact]
    public async Task Tab_WhenPressedInTheGallery_ShouldReachSearchUploadAndOnePicture()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await visit.LoadPicturesAsync();
        await Expect(visit.Page.Locator(".rail a")).ToHaveCountAsync(2);
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var stops = await TabAsync(visit, until: site.NewestPage);

        Assert.Equal(
            ["#main", "/", "q", "sort", "/", "/trash", "/admin", "/account", "preferences", "/months", "Add pictures", site.NewestPage],
            stops.Select(stop => stop.Name.Split('?')[0]));
        Assert.All(stops, stop => Assert.True(stop.IsSeen, $"{stop.Name} does not show that it has the focus."));
    }

    [Fact]
    public async Task Tab_WhenPressedOnThePageOfAPicture_ShouldReachEveryForm()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync(site.NewestPage);
        await visit.LoadPicturesAsync();

        var stops = await TabAsync(visit, until: "Move to the trash", unfold: true);

        Assert.Equal(
            ["Rename", "name", "Save", "Describe", "alt", "Save", "Who finds it", "visibility", "Save", "Move to the trash"],
            stops.Select(stop => stop.Name).TakeLast(10));
        Assert.All(stops, stop => Assert.True(stop.IsSeen, $"{stop.Name} does not show that it has the focus."));
    }

    [Fact]
    public async Task Keys_WhenUsedAlone_ShouldSkipToTheContentOpenTheUploadAndOpenAPicture()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        var keyboard = visit.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Expect(visit.Link("By date")).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Button("Choose pictures")).ToBeFocusedAsync();
        await keyboard.PressAsync("Escape");
        await Expect(visit.Fold("Add pictures")).ToBeFocusedAsync();

        await visit.Link(StockedSite.NameOf(StockedSite.Pictures)).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(site.NewestPage);
    }

    [Fact]
    public async Task Keys_WhenATileHasTheFocus_ShouldActOnIt()
    {
        await site.AddAsync("Under the keys");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await visit.LoadPicturesAsync();
        await visit.Link("Under the keys").FocusAsync();

        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync("Under the keys");
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Link("Under the keys")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.WaitForFunctionAsync("() => document.fullscreenElement !== null");
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Link("Under the keys")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Link("Under the keys")).ToHaveCountAsync(0);
        await Expect(visit.Link(StockedSite.NameOf(StockedSite.Pictures))).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ControlA_WhenNoFieldHasTheFocus_ShouldChooseAll()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await visit.LoadPicturesAsync();

        await visit.Page.Keyboard.PressAsync("Control+a");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync($"{StockedSite.Pictures} selected");
        await visit.Button("Clear").ClickAsync();

        await Expect(visit.Page.Locator(".chosen")).ToBeHiddenAsync();
        await Expect(visit.Link(StockedSite.NameOf(StockedSite.Pictures))).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Letters_WhenSwitchedOff_ShouldDoNothingUntilTheyAreSwitchedOnAgain()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await visit.Page.Keyboard.PressAsync("?");
        await visit.Page.GetByLabel("Let single letters and signs do something").UncheckAsync();
        await visit.Button("Close").ClickAsync();

        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".rows")).ToBeVisibleAsync();
        foreach (var key in new[] { "?", "s", "u", "/" })
        {
            await visit.Page.Keyboard.PressAsync(key);
        }

        await Expect(visit.Page.Locator("#keys, .uploads, .pswp").And(visit.Page.Locator(":visible"))).ToHaveCountAsync(0);
        await visit.PreferAsync("Keys");
        await visit.Page.GetByLabel("Let single letters and signs do something").CheckAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.Locator("#q")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task QuestionMark_WhenPressedOverAPicture_ShouldListTheKeysAndLeaveThePictureThere()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));

        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator("#keys")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("#keys")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".pswp--open")).ToBeVisibleAsync();
    }

    /// <summary>Presses the tab key until it gets somewhere, at most 40 times.</summary>
    private static async Task<IReadOnlyList<FocusStop>> TabAsync(Visit visit, string until, bool unfold = false)
    {
        var stops = new List<FocusStop>();
        while (stops.Count < 40 && stops.LastOrDefault()?.Name != until)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            stops.Add(await visit.Page.EvaluateAsync<FocusStop>(Describe));
            if (unfold && await visit.Page.EvaluateAsync<bool>("() => document.activeElement.localName === 'summary'"))
            {
                await visit.Page.Keyboard.PressAsync("Enter");
            }
        }

        return stops;
    }
}
