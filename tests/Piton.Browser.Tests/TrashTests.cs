using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>The end of what nobody wants.</summary>
public sealed class TrashTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Empty_WhenConfirmed_ShouldRemoveAllForGood(bool javaScript)
    {
        await site.TrashAsync("Old one");
        await site.TrashAsync("Older one");
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        await visit.OpenAsync("/trash");
        await Expect(visit.Page.Locator(".trashed li")).ToHaveCountAsync(2);
        await Expect(visit.Button("Remove all of them for good")).ToBeHiddenAsync();

        await visit.Fold("Empty the trash…").ClickAsync();
        await visit.Button("Remove all of them for good").ClickAsync();

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Removed for good: 2.");
        await Expect(visit.Page.Locator(".empty")).ToHaveTextAsync("The trash is empty.");
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".trashed")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }
}
