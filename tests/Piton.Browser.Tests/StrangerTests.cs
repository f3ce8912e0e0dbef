using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>Piton for those who are not signed in.</summary>
public sealed class StrangerTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Theory]
    [InlineData(Visitor.Desktop, true, "en-GB")]
    [InlineData(Visitor.Phone, false, "es-ES")]
    public async Task Pages_WhenNobodyIsSignedIn_ShouldHaveNoFault(int width, bool dark, string language)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark, Language: language, SignedIn: false));

        string[] faults =
        [
            .. await PageAudit.FaultsOfAsync(visit, "/"),
            .. await PageAudit.FaultsOfAsync(visit, "/?q=nobody"),
            .. await PageAudit.FaultsOfAsync(visit, "/months"),
            .. await PageAudit.FaultsOfAsync(visit, "/nowhere"),
            .. await PageAudit.FaultsOfAsync(visit, site.NewestPage),
            .. await PageAudit.FaultsOfAsync(visit, "/trash"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/sign-in"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/register"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/reset"),
        ];

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Gallery_WhenNobodyIsSignedIn_ShouldShowPicturesAloneWithTheirFacts()
    {
        await using var visit = await site.VisitAsync(new Visitor(SignedIn: false));

        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));
        await visit.Page.Keyboard.PressAsync("i");

        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync(StockedSite.NameOf(1));
        await Expect(visit.Page.Locator(".information form")).ToHaveCountAsync(0);
        await Expect(visit.Button("Move to the trash")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Keys_WhenTheyAreForMembers_ShouldDoNothing()
    {
        await using var visit = await site.VisitAsync(new Visitor(SignedIn: false));
        await visit.OpenAsync("/");
        await visit.Link(StockedSite.NameOf(StockedSite.Pictures)).FocusAsync();

        await visit.Page.Keyboard.PressAsync("u");
        await visit.Page.Keyboard.PressAsync("Delete");
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Page.Locator(".cell[aria-selected=true]")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".cell")).ToHaveCountAsync(StockedSite.Pictures);
        await Expect(visit.Page.Locator("section.uploads, .toast")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Download_WhenNobodyIsSignedIn_ShouldSaveOneArchive()
    {
        await using var visit = await site.VisitAsync(new Visitor(SignedIn: false));
        await visit.OpenAsync("/?q=Picture&sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Link(StockedSite.NameOf(3)).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download").ClickAsync());

        using var archive = ZipFile.OpenRead(await download.PathAsync());
        Assert.Equal(3, archive.Entries.Count);
        Assert.Empty(visit.Complaints);
    }
}
