using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What people do beside the journey, with JavaScript and without.</summary>
public sealed class GalleryTests(StockedSite site) : IClassFixture<StockedSite>
{
    private static readonly Visitor Plain = new(JavaScript: false);

    [Fact]
    public async Task Upload_WhenOneOfTwoFilesIsBroken_ShouldGiveAVerdictOnEach()
    {
        await using var visit = await site.VisitAsync(Plain);
        await visit.OpenAsync("/");
        await visit.FillUploadFormAsync([Photographs.Broken, site.NextPicture()], "Broken one", "Whole one");

        await visit.Button("Upload").ClickAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Some were not added");
        await Expect(visit.Page.Locator(".verdicts li")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".verdicts .bad b")).ToHaveTextAsync(Photographs.Broken.Name);
        await Expect(visit.Page.Locator(".verdicts .bad small")).Not.ToBeEmptyAsync();
        await Expect(visit.Page.Locator(".verdicts .good b")).ToHaveTextAsync("Whole one");
        Assert.Equal(1, await visit.LoadPicturesAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task NextPage_WhenFollowed_ShouldShowTheRestAndLeadBack()
    {
        await using var visit = await site.VisitAsync(Plain);
        await visit.OpenAsync("/?sort=oldest");
        await Expect(visit.Link(StockedSite.NameOf(1))).ToBeVisibleAsync();

        await visit.Link("Next page").ClickAsync();
        await Expect(visit.Link(StockedSite.NameOf(Site.PageSize + 1))).ToBeVisibleAsync();
        await Expect(visit.Link(StockedSite.NameOf(1))).ToHaveCountAsync(0);
        await visit.LoadPicturesAsync();

        await visit.Page.GoBackAsync();
        await Expect(visit.Link(StockedSite.NameOf(1))).ToBeVisibleAsync();
        await visit.Page.GoForwardAsync();
        await visit.Link("First page").ClickAsync();
        await Expect(visit.Link(StockedSite.NameOf(1))).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restore_WhenPressedInTheTrash_ShouldBringThePictureBack(bool javaScript)
    {
        var name = $"Wanted {javaScript}";
        await site.TrashAsync(name);
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));
        await visit.OpenAsync("/");

        await visit.Link("Trash").ClickAsync();
        await visit.Button($"Restore “{name}”").ClickAsync();

        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Trash");
        await Expect(visit.Page.Locator(".trashed")).ToContainTextAsync("Unwanted");
        await Expect(visit.Page.Locator(".trashed").GetByText(name)).ToHaveCountAsync(0);
        await visit.Link("Show it").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(name);
        Assert.Equal(1, await visit.LoadPicturesAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Trash_WhenScriptsRun_ShouldShowRoughlyWhatIsInIt()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        await visit.OpenAsync("/trash");

        await Expect(visit.Page.Locator(".swatch").First).ToHaveCSSAsync("background-image", new System.Text.RegularExpressions.Regex("^url\\(\"data:image/png"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Tiles_WhenSeveralAreTickedWithoutScripts_ShouldGoToTheTrashAndComeBack()
    {
        await site.AddAsync("Ticked one");
        await site.AddAsync("Ticked two");
        await using var visit = await site.VisitAsync(Plain);
        await visit.OpenAsync("/?q=Ticked");
        await visit.Page.GetByLabel("Select Ticked one").CheckAsync();
        await visit.Page.GetByLabel("Select Ticked two").CheckAsync();

        await visit.Button("Move to the trash").ClickAsync();
        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Moved to the trash: 2.");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=Ticked$"));
        await visit.Button("Undo").ClickAsync();

        await Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Back in the gallery: 2.");
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=Ticked$"));
        await Expect(visit.Page.Locator(".grid a")).ToHaveCountAsync(2);
        await visit.Page.GetByLabel("Select Ticked one").CheckAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download").ClickAsync());
        Assert.EndsWith(".zip", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WhenAPictureThatItFoundIsChangedOrDeleted_ShouldBeComeBackTo()
    {
        await site.AddAsync("Found one");
        await using var visit = await site.VisitAsync(Plain);
        var search = new System.Text.RegularExpressions.Regex(@"/\?q=Found$");
        await visit.OpenAsync("/?q=Found");

        await visit.Link("Found one").ClickAsync();
        await visit.Fold("Rename").ClickAsync();
        await visit.Page.GetByLabel("New name").FillAsync("Found again");
        await visit.Button("Save").ClickAsync();
        await visit.Link("Back to the gallery").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(search);

        await visit.Link("Found again").ClickAsync();
        await visit.Button("Move to the trash").ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(search);
        await visit.Button("Undo").ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync(search);
        await Expect(visit.Link("Found again")).ToBeVisibleAsync();
        await visit.Link("Show it").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Found again");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Name_WhenItIsWrittenFromTheRight_ShouldBeShownSo(bool javaScript)
    {
        var name = $"غروب الشمس {javaScript}";
        await site.AddAsync(name);
        await using var visit = await site.VisitAsync(new Visitor(JavaScript: javaScript));

        await visit.OpenAsync("/");

        await Expect(visit.Link(name).Locator("b")).ToHaveCSSAsync("direction", "rtl");
    }

    [Fact]
    public async Task Search_WhenSent_ShouldShowWhatIsCalledThat()
    {
        await using var visit = await site.VisitAsync(Plain);
        await visit.OpenAsync("/");

        await visit.Page.GetByPlaceholder("Search by name").FillAsync("PICTURE 3");
        await visit.Button("Search").ClickAsync();

        await Expect(visit.Page.Locator(".grid a")).ToHaveCountAsync(1);
        await Expect(visit.Link(StockedSite.NameOf(3))).ToBeVisibleAsync();
    }
}
