using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What a person does with the upload panel.</summary>
public sealed class UploadPanelTests(StockedSite site) : IClassFixture<StockedSite>
{
    private static readonly FilePayload Letter = new() { Name = "letter.txt", MimeType = "text/plain", Buffer = "Dear reader"u8.ToArray() };

    [Theory]
    [InlineData(Visitor.Desktop)]
    [InlineData(Visitor.Phone)]
    public async Task Panel_WhenOpened_ShouldSayWhatIsAcceptedAndLeaveTheGalleryToItsVisitor(int width)
    {
        await using var visit = await site.VisitAsync(new Visitor(width));
        var panel = new UploadPanel(visit);
        var scripts = new List<string>();
        visit.Page.Request += (_, request) => scripts.Add(request.Url);
        await visit.OpenAsync("/");
        Assert.DoesNotContain(scripts, url => url.Contains("/panel-", StringComparison.Ordinal));

        await visit.Fold("Add pictures").ClickAsync();

        await Expect(panel.Element).ToContainTextAsync("JPEG, PNG, GIF, WebP");
        await Expect(panel.Element).ToContainTextAsync("At most 25\u00a0MB a file; 50 megapixels");
        await Expect(panel.Button("Choose pictures")).ToBeFocusedAsync();
        await Expect(panel.Button("Choose a folder")).ToBeVisibleAsync(new() { Visible = width != Visitor.Phone });
        await Expect(panel.Button("Take a photo")).ToBeVisibleAsync(new() { Visible = width == Visitor.Phone });
        if (width == Visitor.Phone)
        {
            Assert.Equal(width, (await panel.Element.BoundingBoxAsync())!.Width);
        }

        await visit.Page.Locator("#q").FillAsync("Picture");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"\?q=Picture$"));
        await Expect(visit.Page.Locator("#q")).ToHaveValueAsync("Picture");
        await visit.Link(StockedSite.NameOf(StockedSite.Pictures)).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(site.NewestPage);
    }

    [Fact]
    public async Task Panel_WhenTheKeyIsPressed_ShouldOpenAndCloseByEscape()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/trash");

        await visit.Page.Keyboard.PressAsync("u");
        await Expect(panel.Button("Choose pictures")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(panel.Element).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Camera_WhenAPhotoIsTaken_ShouldUploadIt()
    {
        await using var visit = await site.VisitAsync(new Visitor(Visitor.Phone));
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");
        await visit.Fold("Add pictures").ClickAsync();

        await panel.ChooseMoreAsync("Take a photo", site.NextPicture());

        await Expect(panel.Element.Locator("input[capture=environment][accept='image/*']")).ToHaveCountAsync(1);
        await Expect(panel.InState("done")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Name_WhenChangedInThePanel_ShouldReachTheGallery()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var picture = site.NextPicture();
        await visit.OpenAsync("/");
        await panel.ChooseAsync(picture);
        await Expect(panel.InState("done")).ToHaveCountAsync(1);
        await Expect(visit.Page.Locator(".cell").GetByRole(AriaRole.Link, new() { Name = Path.GetFileNameWithoutExtension(picture.Name), Exact = true })).ToHaveCountAsync(1);

        await panel.NameField(picture.Name).FillAsync("Named later");
        await panel.NameField(picture.Name).PressAsync("Enter");

        await Expect(visit.Page.Locator(".cell").GetByRole(AriaRole.Link, new() { Name = "Named later" })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_WhenThePanelDoesNotCome_ShouldPostOrKeepWhatWasChosen(bool isOnline)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.RouteAsync("**/assets/parts/panel*", route => route.AbortAsync());
        var picture = site.NextPicture();
        await visit.OpenAsync("/");
        await visit.Fold("Add pictures").ClickAsync();
        await Expect(visit.Page.Locator(".toast")).ToContainTextAsync("A part of this page did not come.");
        await visit.Page.Locator("#files").SetInputFilesAsync(picture);
        await visit.Page.Context.SetOfflineAsync(!isOnline);

        await visit.Button("Upload").ClickAsync();

        if (isOnline)
        {
            await Expect(visit.Page.Locator(".verdicts .good")).ToHaveCountAsync(1);
        }
        else
        {
            await Expect(visit.Page.Locator(".toast")).ToBeVisibleAsync();
            Assert.Equal(1, await visit.Page.Locator("#files").EvaluateAsync<int>("input => input.files.length"));
        }
    }

    [Fact]
    public async Task Panel_WhenTheWindowIsVeryLow_ShouldScroll()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.Page.SetViewportSizeAsync(320, 256);
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");
        await panel.UploadAsync(site.NextPicture(), site.NextPicture());
        await Expect(panel.InState("done")).ToHaveCountAsync(2);

        await panel.Rows.Last.ScrollIntoViewIfNeededAsync();

        await Expect(panel.Rows.Last).ToBeInViewportAsync(new() { Ratio = 0.9f });
        await Expect(panel.Element.GetByRole(AriaRole.Heading)).ToBeInViewportAsync();
        await panel.Button("Choose pictures").ScrollIntoViewIfNeededAsync();
        await Expect(panel.Button("Choose pictures")).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }

    [Fact]
    public async Task Files_WhenPasted_ShouldBeUploaded()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.OpenAsync(site.NewestPage);

        await panel.HandAsync("paste", 1, 20, "image.png", "image/png");

        await Expect(panel.InState("refused")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Panel_WhenFilesOfAllKindsAreInIt_ShouldSayWhichAndOfferOnlyProblems()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");

        await panel.ChooseAsync(site.NextPicture(), Letter, Photographs.Broken);
        await Expect(panel.Figures).ToContainTextAsync("1 of 3");
        await Expect(panel.Figures).ToContainTextAsync("2 refused");
        await panel.Button("Problems (2)").ClickAsync();
        await Expect(panel.Rows).ToHaveCountAsync(2);
        await panel.Button($"Remove {Letter.Name}").ClickAsync();
        await Expect(panel.Rows).ToHaveCountAsync(1);
        await panel.Button("Clear finished").ClickAsync();

        await Expect(panel.Rows).ToHaveCountAsync(0);
        await panel.Button("Close").ClickAsync();
        await Expect(panel.Element).ToBeHiddenAsync();
    }
}
