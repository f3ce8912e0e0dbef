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

        await visit.Button("Dark").ClickAsync();
        await Expect(page).ToHaveCSSAsync("background-color", Dark);
        await visit.OpenAsync("/trash");
        await Expect(page).ToHaveCSSAsync("background-color", Dark);

        await visit.Button("As the device").ClickAsync();
        await Expect(page).ToHaveCSSAsync("background-color", Light);
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(page).ToHaveCSSAsync("background-color", Dark);
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
