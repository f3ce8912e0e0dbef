using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>The facts beside a picture, and what changes them.</summary>
public sealed class InformationTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task Information_WhenAskedFor_ShouldShowTheFactsOfThePictureThatIsShown()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));

        await visit.Page.Keyboard.PressAsync("i");
        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync(StockedSite.NameOf(1));
        await Expect(visit.Page.Locator(".information")).ToContainTextAsync("Conversion");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(visit.Page.Locator(".information h2")).ToHaveTextAsync(StockedSite.NameOf(2));
        await visit.Page.Keyboard.PressAsync("i");

        await Expect(visit.Page.Locator(".information")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(Visitor.Phone)]
    [InlineData(Visitor.Tablet)]
    public async Task Information_WhenShown_ShouldLeaveThePictureInView(int width)
    {
        await using var visit = await site.VisitAsync(new Visitor(width));
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));

        await visit.Button("Information").ClickAsync();

        await ShouldLeaveThePictureInViewAsync(visit);
    }

    [Fact]
    public async Task Information_WhenItsKeyIsPressedOnATile_ShouldLeaveThePictureInView()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/?sort=oldest");
        await visit.Link(StockedSite.NameOf(1)).FocusAsync();

        await visit.Page.Keyboard.PressAsync("i");

        await ShouldLeaveThePictureInViewAsync(visit);
    }

    [Fact]
    public async Task Rename_WhenSentBesideThePicture_ShouldShowTheNewNameThereAndInTheGallery()
    {
        await site.AddAsync("Misnamed");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Misnamed");
        await visit.Page.Keyboard.PressAsync("i");

        await visit.Fold("Rename").ClickAsync();
        await visit.Page.GetByLabel("New name").FillAsync("");
        await visit.Page.GetByLabel("New name").PressSequentiallyAsync("Well named");
        await visit.Button("Save").First.ClickAsync();

        await Expect(Panel(visit).Locator("h2")).ToHaveTextAsync("Well named");
        await Expect(Panel(visit).GetByRole(AriaRole.Status)).ToHaveTextAsync("The picture is now called “Well named”.");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Link("Well named")).ToBeFocusedAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Description_WhenSaved_ShouldBeWhatIsReadOutInsteadOfTheName(bool javaScript)
    {
        var (name, description) = ($"Plain {javaScript}", $"A red boat, {javaScript}");
        await site.AddAsync(name);
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        await visit.OpenAsync("/");
        await Expect(visit.Page.GetByAltText(name, new() { Exact = true })).ToHaveCountAsync(1);
        await (javaScript ? visit.OpenLightboxAsync("/", name) : visit.Link(name).ClickAsync());
        if (javaScript)
        {
            await visit.Page.Keyboard.PressAsync("i");
        }

        await visit.Fold("Describe").ClickAsync();
        await visit.Page.GetByLabel("What the picture shows").FillAsync(description);
        await visit.Button("Save").Last.ClickAsync();
        await Expect(visit.Page.GetByText("The description is saved.")).ToBeVisibleAsync();

        await visit.OpenAsync("/");
        await Expect(visit.Page.GetByAltText(description)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Delete_WhenPressedOverAPicture_ShouldGoOnToTheNextAndComeBackByUndo()
    {
        await site.AddAsync("Next in line");
        await site.AddAsync("Unwanted here");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Unwanted here");

        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Next in line");
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("Moved to the trash.");
        await visit.Button("Undo").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Link("Unwanted here")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Information_WhenThePictureIsGone_ShouldSaySo()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/images/*", route => route.FulfillAsync(new() { Status = 404, ContentType = "text/html", Body = "<h1>Not found</h1>" }));
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));

        await visit.Page.Keyboard.PressAsync("i");

        await Expect(Panel(visit)).ToHaveTextAsync("This picture is not there any more.");
    }

    [Fact]
    public async Task BackToTheGallery_WhenPressedBesideThePicture_ShouldCloseTheLightbox()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(2));
        await visit.Page.Keyboard.PressAsync("i");

        await visit.Link("Back to the gallery").ClickAsync();

        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/\?sort=oldest$"));
        await Expect(visit.Link(StockedSite.NameOf(2))).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("Direct link", "^http://.+/uploads/[0-9a-f]{32}/w320$")]
    [InlineData("HTML", "^<a href=\".+/images/[0-9a-f]{32}\"><img src=\".+/w320\" .*alt=\"Picture 1\" loading=\"lazy\"></a>$")]
    [InlineData("Markdown", @"^\[!\[Picture 1\]\(.+/w320\)\]\(.+/images/[0-9a-f]{32}\)$")]
    [InlineData("BBCode", @"^\[url=.+/images/[0-9a-f]{32}\]\[img\].+/w320\[/img\]\[/url\]$")]
    public async Task Copy_WhenPressedOnce_ShouldCopyTheTextOfThatRenditionAndSaySo(string label, string expected)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.OpenLightboxAsync("/?sort=oldest", StockedSite.NameOf(1));
        await visit.Page.Keyboard.PressAsync("i");
        await visit.Fold("Link and embed").ClickAsync();
        var rendition = Panel(visit).Locator(".embed").Filter(new() { Has = visit.Page.Locator("input[value*='/w320']") });
        await rendition.Locator("summary").ClickAsync();

        await rendition.GetByRole(AriaRole.Button, new() { Name = $"Copy {label}" }).ClickAsync();

        await Expect(visit.Page.Locator(".toast")).ToHaveTextAsync("Copied");
        Assert.Matches(expected, await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    private static ILocator Panel(Visit visit) => visit.Page.Locator(".information");

    private static async Task ShouldLeaveThePictureInViewAsync(Visit visit)
    {
        await Expect(visit.Page.Locator(".information h2")).ToBeVisibleAsync();
        var facts = (await Panel(visit).BoundingBoxAsync())!;
        await visit.Page.WaitForFunctionAsync("""
            ([left, top]) => {
              const box = [...document.querySelectorAll(".pswp__item[aria-hidden=false] img.pswp__img")].at(-1).getBoundingClientRect();
              return box.width > 200 && (box.bottom <= top + 1 || box.right <= left + 1) && box.top >= 0 && box.left >= 0;
            }
            """, new double[] { facts.X, facts.Y });
    }
}
