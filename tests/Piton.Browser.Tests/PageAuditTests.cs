using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

public sealed class PageAuditTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Theory]
    [InlineData(Visitor.Desktop, false, "en-GB")]
    [InlineData(Visitor.Desktop, true, "en-GB")]
    [InlineData(Visitor.Desktop, false, "es-ES")]
    [InlineData(Visitor.Desktop, true, "es-ES")]
    [InlineData(Visitor.Phone, false, "en-GB")]
    [InlineData(Visitor.Phone, true, "en-GB")]
    [InlineData(Visitor.Phone, false, "es-ES")]
    [InlineData(Visitor.Phone, true, "es-ES")]
    public async Task Pages_WhenLookedAt_ShouldHaveNoFault(int width, bool dark, string language)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark, Language: language));

        string[] faults =
        [
            .. await PageAudit.FaultsOfAsync(visit, "/"),
            .. await PageAudit.FaultsOfAsync(visit, "/?q=nobody"),
            .. await PageAudit.FaultsOfAsync(visit, "/months"),
            .. await PageAudit.FaultsOfAsync(visit, "/trash"),
            .. await PageAudit.FaultsOfAsync(visit, "/nowhere"),
            .. await PageAudit.FaultsOfAsync(visit, site.NewestPage),
            .. await PageAudit.FaultsOfAsync(visit, "/account"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/sign-in"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/register"),
            .. await PageAudit.FaultsOfAsync(visit, "/docs/api"),
            .. await PageAudit.FaultsOfAsync(visit, "/account/images"),
            .. await PageAudit.FaultsOfAsync(visit, "/months?whose=own"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin/images"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin/settings"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin/users"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin/audit"),
        ];

        Assert.Empty(faults);
    }

    // As narrow as a window of 1,280 pixels is at a zoom of 400 % (WCAG 2.2, 1.4.10).
    [Fact]
    public async Task Pages_WhenTheWindowIsVeryNarrow_ShouldHaveNoFault()
    {
        await using var visit = await site.VisitAsync(new Visitor(320, Language: "es-ES"));

        string[] faults =
        [
            .. await PageAudit.FaultsOfAsync(visit, "/account"),
            .. await PageAudit.FaultsOfAsync(visit, "/trash"),
            .. await PageAudit.FaultsOfAsync(visit, "/admin/images"),
            .. await PageAudit.FaultsOfAsync(visit, site.NewestPage),
            .. await PageAudit.FaultsOfAsync(visit, "/?q=desembarcadero"),
        ];
        var heading = (await visit.Page.Locator("h1").BoundingBoxAsync())!;

        Assert.Empty(faults);
        // A word is not broken for the sake of a button beside it.
        Assert.True(heading.Width > 240, $"The heading is {heading.Width} px wide.");
    }

    [Theory]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Answers_WhenSomethingWasDone_ShouldHaveNoFault(int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));

        string[] faults =
        [
            .. await FaultsOfNoticeAsync(visit),
            .. await FaultsOfNextPageAsync(visit),
        ];

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Verdicts_WhenTheFormWasPosted_ShouldHaveNoFault(int width, bool dark)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark));
        // Without Piton's scripts alone: the audit is a script itself.
        await visit.Page.RouteAsync("**/assets/site.js*", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await visit.OpenAsync("/");
        await visit.FillUploadFormAsync([site.NextPicture(), Photographs.Broken]);
        await visit.Button("Upload").ClickAsync();
        await Expect(visit.Page.Locator(".verdicts .bad")).ToHaveCountAsync(1);

        Assert.Empty(await PageAudit.FaultsAsync(visit));
    }

    [Theory]
    [InlineData(Visitor.Desktop, false, "en-GB")]
    [InlineData(Visitor.Desktop, true, "es-ES")]
    [InlineData(Visitor.Phone, false, "es-ES")]
    [InlineData(Visitor.Phone, true, "en-GB")]
    public async Task UploadPanel_WhenFilesInEveryStateAreInIt_ShouldHaveNoFault(int width, bool dark, string language)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark, Language: language));
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");
        await visit.Page.Keyboard.PressAsync("u");
        await Expect(panel.Element).ToBeVisibleAsync();
        string[] faults = [.. await PageAudit.FaultsAsync(visit)];

        await panel.ShowEveryStateAsync(site, "A file whose name is so long that no panel has room for it, nor for the link to the picture that it is.png");
        Assert.Empty(await panel.OverfullRowsAsync());
        // The answers that were faked are on the console.
        _ = visit.TakeComplaints().ToList();

        Assert.Empty(faults);
        Assert.Empty(await PageAudit.FaultsAsync(visit));
    }

    [Theory]
    [InlineData(Visitor.Desktop, false, "en-GB")]
    [InlineData(Visitor.Desktop, true, "es-ES")]
    [InlineData(Visitor.Phone, false, "es-ES")]
    [InlineData(Visitor.Phone, true, "en-GB")]
    public async Task WhatLiesOverTheGallery_WhenLookedAt_ShouldHaveNoFault(int width, bool dark, string language)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, Dark: dark, Language: language));
        await visit.OpenAsync("/?sort=oldest");
        await visit.LoadPicturesAsync();
        await visit.Page.Locator(".cell a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await Expect(visit.Page.Locator(".chosen")).ToBeVisibleAsync();
        await visit.Page.Locator(".sharing summary").ClickAsync();
        await Expect(visit.Page.Locator(".sharing button")).ToHaveCountAsync(3);
        var faults = (await PageAudit.FaultsAsync(visit)).ToList();
        await visit.Page.Locator(".sharing summary").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.Locator("#keys")).ToBeVisibleAsync();
        faults.AddRange(await PageAudit.FaultsAsync(visit));
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));
        faults.AddRange(await PageAudit.FaultsAsync(visit, isCovered: true));
        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.Locator(".information h2")).ToBeVisibleAsync();
        faults.AddRange(await PageAudit.FaultsAsync(visit, isCovered: true));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Faults_WhenAPageHasThem_ShouldAllBeFound()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        await visit.OpenAsync("/");

        await visit.Page.EvaluateAsync("""
            () => {
              document.body.setAttribute("style", "color: red");
              document.querySelector("h1").style.minWidth = "500px";
              document.body.append(new Image());
            }
            """);
        var faults = string.Join('\n', await PageAudit.FaultsAsync(visit));

        Assert.Contains("Content Security Policy", faults, StringComparison.Ordinal);
        Assert.Contains("image-alt", faults, StringComparison.Ordinal);
        Assert.Contains("wider than the window", faults, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> FaultsOfNoticeAsync(Visit visit)
    {
        await visit.OpenAsync(site.NewestPage);
        await visit.Fold("Rename").ClickAsync();
        await visit.Button("Save").ClickAsync();
        await Expect(visit.Page.Locator(".notice")).ToBeVisibleAsync();
        return await PageAudit.FaultsAsync(visit);
    }

    private static async Task<IEnumerable<string>> FaultsOfNextPageAsync(Visit visit)
    {
        await visit.OpenAsync("/");
        await visit.OpenAsync(await visit.Page.Locator("link[rel=next]").GetAttributeAsync("href") ?? "");
        await Expect(visit.Link("First page")).ToBeVisibleAsync();
        return await PageAudit.FaultsAsync(visit);
    }
}
