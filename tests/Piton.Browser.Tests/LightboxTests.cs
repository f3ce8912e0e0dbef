using System.Text.RegularExpressions;
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
        await Expect(visit.Page.Locator(".pswp__item[aria-hidden=false] img.pswp__img").Last).ToHaveAttributeAsync("alt", StockedSite.NameOf(2));
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

    [Fact]
    public async Task Information_WhenAskedFor_ShouldShowTheFactsOfThePictureThatIsShown()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await OpenAsync(visit, 1);

        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync(StockedSite.NameOf(1));
        await Expect(visit.Page.Locator(".information")).ToContainTextAsync("Conversion");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync(StockedSite.NameOf(2));
        await visit.Page.Keyboard.PressAsync("i");

        await Expect(visit.Page.Locator(".information")).ToHaveCountAsync(0);
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

    private static async Task OpenAsync(Visit visit, int number)
    {
        await visit.OpenAsync("/?sort=oldest");
        await visit.Link(StockedSite.NameOf(number)).ClickAsync();
        await Expect(visit.Page.Locator(".pswp--open")).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/images/"));

        // It opens by a zoom, and takes no keys until that has ended.
        await Expect(visit.Page.Locator(".pswp")).ToBeFocusedAsync();
    }
}
