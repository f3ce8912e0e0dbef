using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>Pictures go to the trash from the gallery and from the lightbox, and come back.</summary>
public sealed class RemovalTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task Delete_WhenOneWasBroughtBackBefore_ShouldRemoveTheOneThatIsShown()
    {
        await site.AddAsync("Third of three");
        await site.AddAsync("Second of three");
        await site.AddAsync("First of three");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "First of three");

        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Second of three");
        await visit.Button("Undo").ClickAsync();
        await Expect(visit.Tile("First of three")).ToHaveCountAsync(1);
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Second of three");
        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Third of three");
        await Expect(visit.Tile("Second of three")).ToHaveCountAsync(0);
        await Expect(visit.Tile("First of three")).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "First of three");
    }

    [Fact]
    public async Task Delete_WhenItIsTheOnlyPicture_ShouldCloseTheLightboxAndSayThatThereIsNone()
    {
        await site.AddAsync("Lonely");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/?q=Lonely", "Lonely");

        await visit.Page.Keyboard.PressAsync("Delete");

        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".empty")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync("0 pictures");
        await visit.Button("Undo").ClickAsync();
        await Expect(visit.Link("Lonely")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".empty")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync("1 picture");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Delete_WhenSomeCannotBeDeleted_ShouldKeepThoseChosenAndUndoTheOthersAlone()
    {
        await site.AddAsync("Firm one");
        await site.AddAsync("Loose one");
        var restored = "";
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/api/v1/images/delete", route => AnswerAsync(route, ["done", "disk_full"]));
        await visit.Page.RouteAsync("**/api/v1/images/restore", route =>
        {
            restored = route.Request.PostData ?? "";
            return AnswerAsync(route, ["done"]);
        });
        await visit.OpenAsync("/");
        await visit.Link("Loose one").FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        await visit.Link("Firm one").FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");

        await visit.Button("Move to the trash").ClickAsync();

        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync("1 selected");
        await Expect(visit.Tile("Loose one")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("Moved to the trash.");
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("1 picture could not be moved.");
        await visit.Button("Undo").ClickAsync();
        await Expect(visit.Tile("Loose one")).ToHaveCountAsync(1);
        Assert.Single(JsonDocument.Parse(restored).RootElement.GetProperty("ids").EnumerateArray());
    }

    [Fact]
    public async Task Delete_WhenItsKeyIsHeldInTheLightbox_ShouldRemoveOneAndUndoAllThatWereRemoved()
    {
        await site.AddAsync("Held back");
        await site.AddAsync("Held two");
        await site.AddAsync("Held one");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Held one");
        for (var press = 0; press < 5; press++)
        {
            await visit.Page.Keyboard.DownAsync("Delete");
        }

        await visit.Page.Keyboard.UpAsync("Delete");
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Held two");
        await visit.Page.WaitForTimeoutAsync(500);
        await Expect(visit.Shown).ToHaveAttributeAsync("alt", "Held two");
        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("2 pictures moved to the trash.");
        await Expect(visit.Page.Locator(".pswp .toast")).ToHaveCountAsync(1);

        await visit.Page.Keyboard.PressAsync("Control+z");

        await Expect(visit.Tile("Held one")).ToHaveCountAsync(1);
        await Expect(visit.Tile("Held two")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".toast")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Toast_WhenTheKeyboardIsInTheLightbox_ShouldBeReachedAndClosedAndOutliveIt()
    {
        await site.AddAsync("Brief");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenLightboxAsync("/", "Brief");
        await visit.Page.Keyboard.PressAsync("Delete");
        await Expect(visit.Page.Locator(".pswp .toast")).ToBeVisibleAsync();

        for (var press = 0; press < 20 && !await visit.Page.EvaluateAsync<bool>("() => document.activeElement.closest('.toast') !== null"); press++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await Expect(visit.Button("Undo")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".pswp")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".toast")).ToBeVisibleAsync();
        await visit.Button("Dismiss").ClickAsync();
        await Expect(visit.Page.Locator(".toast")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Toast_WhenThePointerIsOnIt_ShouldStayUntilSomeSecondsAfterItLeft()
    {
        await site.AddAsync("Pointed at");
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.Clock.InstallAsync();
        await visit.OpenAsync("/");
        await visit.Link("Pointed at").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Delete");
        await visit.Page.Locator(".toast").HoverAsync();

        await visit.Page.Clock.RunForAsync(20_000);
        await Expect(visit.Page.Locator(".toast")).ToBeVisibleAsync();
        await visit.Page.Mouse.MoveAsync(5, 5);
        await visit.Page.Clock.RunForAsync(5_000);

        await Expect(visit.Page.Locator(".toast")).ToHaveCountAsync(0);
    }

    private static Task AnswerAsync(IRoute route, string[] outcomes)
    {
        var ids = JsonDocument.Parse(route.Request.PostData!).RootElement.GetProperty("ids").EnumerateArray().Select(id => id.GetString());
        var items = ids.Zip(outcomes, (id, outcome) => new { id, outcome });
        return route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(new { items }) });
    }
}
