using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What people set once, in Piton or in their system.</summary>
public sealed class PreferenceTests(StockedSite site) : IClassFixture<StockedSite>
{
    private const string Light = "rgb(247, 246, 242)";
    private const string Dark = "rgb(20, 21, 19)";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Theme_WhenChosen_ShouldBeatThatOfTheDeviceAndBeRemembered(bool javaScript)
    {
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        var page = visit.Page.Locator("html");
        await visit.OpenAsync("/");
        await Expect(page).ToHaveCSSAsync("background-color", Light);

        await visit.PreferAsync("Dark");
        await Expect(page).ToHaveCSSAsync("background-color", Dark);
        await visit.OpenAsync("/trash");
        await Expect(page).ToHaveCSSAsync("background-color", Dark);

        await visit.PreferAsync("As the device");
        await Expect(page).ToHaveCSSAsync("background-color", Light);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(page).ToHaveCSSAsync("background-color", Dark);
    }

    [Theory]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Menu_WhileMorePicturesAreToCome_ShouldBeReachedAndMoveNothing(int width, bool javaScript)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, JavaScript: javaScript));
        await visit.Page.RouteAsync("**/?*after=*", _ => Task.CompletedTask);
        await visit.OpenAsync("/");
        var before = await visit.Page.Locator("h1").BoundingBoxAsync();

        await visit.Page.Locator("#preferences").ClickAsync();
        await Expect(visit.Button("Español")).ToBeInViewportAsync();
        Assert.Equal(before!.Y, (await visit.Page.Locator("h1").BoundingBoxAsync())!.Y);
        await visit.Button("Español").ClickAsync();

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("es-ES")]
    public async Task Head_WhenOnAPhone_ShouldBeLow(string language)
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone, Language: language));
        await visit.OpenAsync("/");

        var menu = (await visit.Page.Locator("#preferences").BoundingBoxAsync())!;
        var brand = (await visit.Page.Locator(".brand").BoundingBoxAsync())!;
        var picture = (await visit.Page.Locator(".cell").First.BoundingBoxAsync())!;

        Assert.InRange(menu.Y + (menu.Height / 2), brand.Y, brand.Y + brand.Height);
        Assert.InRange(picture.Y, 0, 260);
    }

    [Fact]
    public async Task Menu_WhenEscapeIsPressedOrOneGoesElsewhere_ShouldClose()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/trash");
        var menu = visit.Page.Locator(".menu");
        await visit.Page.Locator("#preferences").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(menu).ToHaveAttributeAsync("open", "");

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).Not.ToHaveAttributeAsync("open", "");
        await Expect(visit.Page.Locator("#preferences")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("h1").ClickAsync();

        await Expect(menu).Not.ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Theme_WhenChosenAfterASearch_ShouldComeBackToWhatWasFound()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await visit.Page.Locator("#q").FillAsync("picture 3");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"\?q=picture\+3$"));

        await visit.PreferAsync("Dark");

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"\?q=picture\+3$"));
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Motion_WhenItIsToBeReduced_ShouldNotBe()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.OpenLightboxAsync("/", StockedSite.NameOf(1));

        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
        await Expect(visit.Link(StockedSite.NameOf(2)).Locator("img")).ToHaveCSSAsync("transition-duration", "0s");
    }

    [Fact]
    public async Task Print_WhenTheScreenIsDark_ShouldBeOnWhitePaperWithoutWhatCanOnlyBePressed()
    {
        await using var visit = await site.VisitAsync(new Visitor(Dark: true));
        await visit.OpenAsync(site.NewestPage);
        await visit.LoadPicturesAsync();
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(visit.Page.Locator("html")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(visit.Page.Locator("h1")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await Expect(visit.Page.Locator(".photo img")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("button:visible, .bar:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Print_WhenTheGalleryIsLong_ShouldShowEveryLoadedRowOnThePaper()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(1440, 300);
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator(".pages")).ToHaveJSPropertyAsync("hidden", true);
        await visit.Page.EvaluateAsync("() => { document.body.style.paddingTop = '4000px'; }");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(0);

        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await visit.Page.EvaluateAsync("() => { document.body.style.paddingTop = ''; }");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.Page.SetViewportSizeAsync(700, 1000);

        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.cell')].every((cell) => cell.getBoundingClientRect().right <= innerWidth && cell.clientHeight > 0)"));
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
    }

    [Theory]
    [InlineData("en", true, "16,383 pixels", @"^[A-Z][a-z]+ \d{1,2}, 20\d\d at ")]
    [InlineData("en", false, "16,383 pixels", @"^[A-Z][a-z]+ \d{1,2}, 20\d\d, \d\d:\d\d UTC$")]
    [InlineData("es", true, "16.383 píxeles", @"^\d{1,2} de [a-z]+ de 20\d\d a las ")]
    [InlineData("es", false, "16.383 píxeles", @"^\d{1,2} de [a-z]+ de 20\d\d, \d\d:\d\d UTC$")]
    public async Task Language_WhenItIsAskedFor_ShouldRuleNumbersAndDatesToo(string language, bool javaScript, string number, string date)
    {
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript, Language: language));

        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator("#files-help")).ToContainTextAsync(number);
        await visit.OpenAsync(site.NewestPage);

        await Expect(visit.Page.Locator(".facts time").First).ToHaveTextAsync(new Regex(date));
    }
}
