using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

public sealed class PictureLoadingTests(StockedSite site) : IClassFixture<StockedSite>
{
    // What Google calls good is 0.1; here nothing has a reason to move at all.
    private const double MostShift = 0.01;

    [Theory]
    [InlineData(Visitor.Desktop)]
    [InlineData(Visitor.Phone)]
    public async Task Gallery_WhenPicturesArrive_ShouldNotMove(int width)
    {
        await using var visit = await site.VisitAsync(new Visitor(width));

        Assert.Equal(StockedSite.Pictures, await LoadLateAsync(visit, "/", ".cell", StockedSite.Pictures));
    }

    [Theory]
    [InlineData(Visitor.Desktop)]
    [InlineData(Visitor.Phone)]
    public async Task Picture_WhenItArrives_ShouldNotMoveThePage(int width)
    {
        await using var visit = await site.VisitAsync(new Visitor(width));

        Assert.Equal(1, await LoadLateAsync(visit, site.NewestPage, ".photo", 1));
    }

    [Fact]
    public async Task Shift_WhenAPageMoves_ShouldBeNoticed()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/");

        await visit.Page.EvaluateAsync("() => { document.querySelector('main').style.paddingTop = '12rem'; }");

        Assert.True(await visit.ShiftAsync() > MostShift);
    }

    /// <summary>Opens a page whose pictures come only after everything else has its place.</summary>
    /// <returns>How many pictures came.</returns>
    private static async Task<int> LoadLateAsync(Visit visit, string path, string place, int places)
    {
        var everythingElse = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/uploads/**", async route =>
        {
            await everythingElse.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await Expect(visit.Page.Locator(place)).ToHaveCountAsync(places);
        var early = await visit.BoxesAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('main img')].some((picture) => picture.complete)"));

        everythingElse.SetResult();
        var count = await visit.LoadPicturesAsync();

        Assert.Equal(early, await visit.BoxesAsync());
        Assert.InRange(await visit.ShiftAsync(), 0, MostShift);
        Assert.NotEmpty(visit.Pictures);
        Assert.All(visit.Pictures.Values, mediaType => Assert.Equal("image/webp", mediaType));
        Assert.Empty(visit.Complaints);
        return count;
    }
}
