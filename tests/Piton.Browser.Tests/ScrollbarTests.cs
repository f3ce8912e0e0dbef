using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

public sealed class ScrollbarTests(ScrollbarSite site) : IClassFixture<ScrollbarSite>
{
    [Fact]
    public async Task Lightbox_WhenThePageHasRoomForAScrollbar_ShouldCoverTheWholeWindowAndLeaveTheGalleryAsItIs()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(1);
        var before = await WidthsAsync(visit);
        Assert.True(before[0] < Visitor.Desktop);

        await visit.OpenLightboxAsync("/", ScrollbarSite.Picture);
        Assert.Equal(Visitor.Desktop, (await visit.Page.Locator(".pswp__bg").BoundingBoxAsync())!.Width);
        Assert.Equal([Visitor.Desktop, before[1]], await WidthsAsync(visit));

        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        Assert.Equal(before, await WidthsAsync(visit));
    }

    /// <summary>What the page has of the window, and the gallery of the page: CSS pixels.</summary>
    private static Task<float[]> WidthsAsync(Visit visit) => visit.Page.EvaluateAsync<float[]>(
        "() => [document.body.offsetWidth, document.querySelector('.rows').getBoundingClientRect().width]");
}
