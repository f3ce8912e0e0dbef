using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>One picture after the other, over the gallery.</summary>
public sealed class LightboxTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task Lightbox_WhenOpened_ShouldShowThePictureUnderItsAddressAndGoOnByArrows()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 1);
        var first = visit.Page.Url;

        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page).Not.ToHaveURLAsync(first);
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(2));
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(visit.Page).ToHaveURLAsync(first);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lightbox_WhenClosed_ShouldGiveTheAddressAndTheFocusBack(bool byHistory)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 3);

        if (byHistory)
        {
            await visit.Page.GoBackAsync();
        }
        else
        {
            await visit.Page.Keyboard.PressAsync("Escape");
        }

        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest$"));
        await Expect(visit.Link(StockedSite.NameOf(3))).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Forward_WhenTheLightboxWasClosed_ShouldOpenItAgain(bool byHistory)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 3);
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page).ToHaveTitleAsync($"{StockedSite.NameOf(4)} · Piton");
        var address = visit.Page.Url;
        await (byHistory ? visit.Page.GoBackAsync() : visit.Page.Keyboard.PressAsync("Escape"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest$"));

        // While it is closing yet.
        await visit.Page.GoForwardAsync();

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(4));
        await Expect(visit.Page).ToHaveURLAsync(address);
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest$"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Forward_WhenThePictureIsNoLongerInTheGallery_ShouldShowItsPage()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 3);
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await visit.Page.Locator("#q").FillAsync("nothing is called that");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(0);

        await visit.Page.GoForwardAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(StockedSite.NameOf(3));
    }

    [Fact]
    public async Task Back_WhenTheLightboxWasLoadedAnew_ShouldShowTheGallery()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 3);
        var address = visit.Page.Url;
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(StockedSite.NameOf(3));

        await visit.Page.GoBackAsync();

        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/\?sort=oldest$"));
        await Expect(visit.Link(StockedSite.NameOf(3))).ToBeVisibleAsync();
        await visit.Page.GoForwardAsync();
        await Expect(visit.Page).ToHaveURLAsync(address);
        await Expect(visit.Page).ToHaveTitleAsync($"{StockedSite.NameOf(3)} · Piton");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Tab_WhenPressedInTheLightbox_ShouldStayInIt()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 1);

        for (var press = 0; press < 20; press++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.activeElement.closest('.pswp') !== null"));
        }
    }

    [Fact]
    public async Task Download_WhenPressed_ShouldSaveTheWholePictureUnderItsName()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 2);

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Keyboard.PressAsync("d"));

        Assert.StartsWith(StockedSite.NameOf(2), download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finger_WhenItSwipes_ShouldGoOnToTheNextPicture()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        await OpenAsync(visit, 1);

        // Over more than half of the screen, so that it is a swipe at any speed; in small steps, since it is followed frame by frame and a busy machine draws few.
        await visit.TouchAsync([.. Enumerable.Range(0, 15).Select(step => (370 - 25 * step, 420))]);

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(2));
    }

    [Fact]
    public async Task Zoom_WhenPressed_ShouldShowThePictureLargerAndThenAsItWas()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        await OpenAsync(visit, 1);
        var before = await WidthAsync(visit);

        await visit.Button("Zoom").ClickAsync();
        await Expect(visit.Page.Locator(".pswp--zoomed-in")).ToBeVisibleAsync();
        Assert.True(await WidthAsync(visit) > before);
        await visit.Button("Zoom").ClickAsync();

        await Expect(visit.Page.Locator(".pswp--zoomed-in")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task FullScreen_WhenItsKeyIsPressed_ShouldBeginAndEnd()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 1);

        await visit.Page.Keyboard.PressAsync("f");
        await visit.Page.WaitForFunctionAsync("() => document.fullscreenElement !== null");
        await visit.Page.Keyboard.PressAsync("f");

        await visit.Page.WaitForFunctionAsync("() => document.fullscreenElement === null");
    }

    [Fact]
    public async Task Slideshow_WhenItsKeyIsPressedInTheGallery_ShouldGoOnByItselfUntilItIsStopped()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        await visit.Page.Keyboard.PressAsync("s");

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(1));
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(2));
        await visit.Page.Keyboard.PressAsync("s");
        await visit.Page.WaitForTimeoutAsync(6_000);

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(2));
    }

    [Fact]
    public async Task Neighbours_WhenAPictureIsOpened_ShouldBeLoadedBeforeTheyAreAskedFor()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        var (before, after) = (await FolderAsync(visit, 2), await FolderAsync(visit, 4));

        await visit.Link(StockedSite.NameOf(3)).ClickAsync();

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(3));
        foreach (var neighbour in new[] { before, after })
        {
            await visit.Page.WaitForFunctionAsync(
                "(folder) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(folder + '/full'))", neighbour);
        }
    }

    [Fact]
    public async Task Slideshow_WhenItComesToTheEndOrSomebodyWrites_ShouldNotGoOn()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.Clock.InstallAsync();
        await visit.OpenAsync("/?q=Picture&sort=oldest");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await visit.Link(StockedSite.NameOf(StockedSite.Pictures - 1)).ClickAsync();
        await visit.Page.Clock.RunForAsync(2_000);
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
        var button = visit.Button("Slideshow");

        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.Locator(".information h2")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("s");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await visit.Fold("Rename").ClickAsync();
        await visit.Page.GetByLabel("New name").FocusAsync();
        await visit.Page.Clock.RunForAsync(12_000);
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(StockedSite.Pictures - 1));
        await visit.Page.Locator(".pswp").FocusAsync();
        await visit.Page.Clock.RunForAsync(6_000);
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", StockedSite.NameOf(StockedSite.Pictures));
        await visit.Page.Clock.RunForAsync(6_000);

        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task Lightbox_WhenOpen_ShouldHaveANameAndSayWhichPictureIsShown()
    {
        await using var visit = await site.VisitAsync(new Visitor(Language: "es"));
        // The next page does not come: there are more pictures than the browser knows.
        await visit.Page.RouteAsync("**/*after=*", _ => Task.CompletedTask);
        await OpenAsync(visit, 1);
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Imágenes" });

        await Expect(dialog).ToHaveAttributeAsync("aria-modal", "true");
        await Expect(visit.Page).ToHaveTitleAsync($"{StockedSite.NameOf(1)} · Piton");
        await visit.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(dialog.Locator("p[role=status]")).ToHaveTextAsync($"{StockedSite.NameOf(2)}, imagen 2 de {StockedSite.Pictures}");
        await Expect(visit.Page.Locator(".pswp__counter")).ToHaveTextAsync($"2 / {StockedSite.Pictures}");
        await Expect(visit.Page).ToHaveTitleAsync($"{StockedSite.NameOf(2)} · Piton");
        await Expect(visit.Page.Locator("[aria-roledescription=carousel], [aria-roledescription=slide]")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page).ToHaveTitleAsync("Galería · Piton");
    }

    private static async Task<float> WidthAsync(Visit visit) => (await visit.Shown.BoundingBoxAsync())!.Width;

    /// <summary>Where the renditions of a picture are.</summary>
    private static async Task<string> FolderAsync(Visit visit, int number) =>
        (await visit.Link(StockedSite.NameOf(number)).GetAttributeAsync("href"))!.Replace("/images/", "/uploads/", StringComparison.Ordinal);

    private static Task OpenAsync(Visit visit, int number) => visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(number));
}
