using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What is left of the upload queue after a reload, and how it bears thousands of files.</summary>
public sealed class UploadSurvivalTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Queue_WhenThePageIsReloadedOrItsTabClosed_ShouldComeBackWithItsFilesAndNames(bool isClosed)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        FilePayload[] files = [.. Enumerable.Range(0, 6).Select(_ => site.NextPicture())];
        var name = $"Survivor {isClosed}";
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await panel.ChooseAsync(files);
        await panel.NameField(files[5].Name).FillAsync(name);
        await panel.NameField(files[5].Name).BlurAsync();
        await panel.KeptAsync("kept => kept.length === 6 && kept.some(({ name }) => name !== '')");

        held.LetOthersPass();
        var page = visit.Page;
        if (isClosed)
        {
            page = await visit.Page.Context.NewPageAsync();
            await visit.Page.CloseAsync();
        }

        await page.GotoAsync("/trash");

        await Expect(page.Locator("[data-state=done]")).ToHaveCountAsync(6);
        await UploadPanel.KeptAsync(page, "kept => kept.length === 0");
        await page.GotoAsync($"/?q={name}");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Queue_WhenItIsSaidWhoFindsThePictures_ShouldSendThatWithEachAndKnowItAfterAReload(bool isReloaded)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var (hidden, open) = (site.NextPicture(), site.NextPicture());
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await visit.Fold("Add pictures").ClickAsync();
        await panel.Element.GetByLabel("Who finds it").SelectOptionAsync("Only me");
        await panel.ChooseMoreAsync("Choose pictures", hidden);
        await panel.Element.GetByLabel("Who finds it").SelectOptionAsync("Whoever has the link");
        await panel.ChooseMoreAsync("Choose pictures", open);
        await panel.KeptAsync("kept => kept.length === 2");
        if (isReloaded)
        {
            held.LetOthersPass();
            await visit.Page.ReloadAsync();
        }
        else
        {
            held.LetGo();
        }

        await Expect(panel.InState("done")).ToHaveCountAsync(2);
        Assert.Equal("private", await VisibilityAsync(panel, 0));
        Assert.Equal("unlisted", await VisibilityAsync(panel, 1));
    }

    [Fact]
    public async Task Panel_WhenTheBrowserLetsNothingBeKept_ShouldDoWithout()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.Page.AddInitScriptAsync("""
            for (const memory of ["indexedDB", "localStorage", "sessionStorage"]) {
              Object.defineProperty(window, memory, { get() { throw new DOMException("Forbidden", "SecurityError"); } });
            }
            """);
        await visit.OpenAsync("/");

        await panel.ChooseAsync(site.NextPicture());

        await Expect(panel.InState("done")).ToHaveCountAsync(1);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator(".cell").First).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Queue_WhenAnotherTabIsOpen_ShouldBelongToItsOwn()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await panel.ChooseAsync(site.NextPicture());
        await panel.KeptAsync("kept => kept.length === 1");

        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync("/trash");
        await other.Keyboard.PressAsync("u");
        await Expect(other.Locator(".uploads")).ToBeVisibleAsync();
        await Expect(other.Locator(".upload-row")).ToHaveCountAsync(0);
        held.LetGo();

        await Expect(panel.InState("done")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Queue_WhenFilesAreTooMuchToBeKept_ShouldKeepTheirNamesAndKnowThemAgain()
    {
        const int size = 510_000_000;
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await panel.ChooseAsync([.. Enumerable.Range(0, 4).Select(_ => site.NextPicture())]);
        await panel.HandAsync("drop", 1, size, "panorama.png", "image/png");
        await Expect(panel.InState("waiting")).ToHaveCountAsync(1);
        await panel.KeptAsync("kept => kept.length === 5");
        held.LetOthersPass();

        await visit.Page.ReloadAsync();
        await Expect(panel.InState("lost")).ToContainTextAsync("Choose this file again");
        await Expect(panel.Button("Choose again (1)")).ToBeVisibleAsync();
        await panel.HandAsync("drop", 1, size, "panorama.png", "image/png");

        await Expect(panel.InState("refused")).ToHaveCountAsync(1);
        await Expect(panel.InState("done")).ToHaveCountAsync(4);
        await Expect(panel.Rows).ToHaveCountAsync(5);
    }

    [Theory]
    [InlineData(510_000_000, true)]
    [InlineData(1_000, false)]
    public async Task Page_WhenItIsLeftWhileAFileThatCannotBeKeptIsOnItsWay_ShouldAsk(int size, bool asks)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await panel.ChooseAsync(site.NextPicture());
        await panel.HandAsync("drop", 1, size, "panorama.png", "image/png");
        await Expect(panel.InState("sending")).ToHaveCountAsync(2);
        var questions = 0;
        visit.Page.Dialog += (_, dialog) =>
        {
            questions++;
            _ = dialog.AcceptAsync();
        };

        await visit.Page.ReloadAsync();

        Assert.Equal(asks ? 1 : 0, questions);
    }

    [Fact]
    public async Task Queue_WhenAFolderOfTenThousandIsDropped_ShouldDrawAFewAndSendFour()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await visit.Page.EvaluateAsync("""
            () => {
              globalThis.reads = 0;
              for (const way of ["arrayBuffer", "stream", "text"]) {
                const read = Blob.prototype[way];
                Blob.prototype[way] = function () { globalThis.reads++; return read.call(this); };
              }
            }
            """);

        await panel.HandAsync("drop", 10_000, 20, "picture-#.png", "image/png");

        await Expect(panel.Figures).ToContainTextAsync("0 of 10,000");
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-setsize", "10000");
        Assert.InRange(await panel.Rows.CountAsync(), 4, 40);
        await panel.Element.Locator(".upload-list").EvaluateAsync("list => { list.dispatchEvent(new Event('wheel')); list.scrollTop = list.scrollHeight; }");
        await Expect(panel.NameField("picture-10000.png")).ToBeVisibleAsync();
        Assert.InRange(await panel.Rows.CountAsync(), 4, 40);
        await held.WaitForAsync(4);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => globalThis.reads"));

        await panel.Button("Cancel all").ClickAsync();
        await Expect(panel.Rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Folder_WhenDropped_ShouldGiveItsPicturesAndThoseOfItsFolders()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var folder = Directory.CreateTempSubdirectory("piton-drop-");
        try
        {
            var (outer, inner) = (site.NextPicture(), site.NextPicture());
            var below = folder.CreateSubdirectory("below").CreateSubdirectory("further");
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, outer.Name), outer.Buffer);
            await File.WriteAllBytesAsync(Path.Combine(below.FullName, inner.Name), inner.Buffer);
            await File.WriteAllTextAsync(Path.Combine(below.FullName, "notes.txt"), "No picture");
            await visit.OpenAsync("/");

            await DropAsync(visit.Page, folder.FullName);

            await Expect(panel.InState("done")).ToHaveCountAsync(2);
            await Expect(panel.Rows).ToHaveCountAsync(2);
            await Expect(panel.Pause.First).ToHaveTextAsync("Left out, being no pictures: 1.");
            await Expect(visit.Page.Locator(".drop-hint")).ToBeHiddenAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // As the system does it, so that the browser itself opens the folder. What the page has not welcomed in time is not dropped, so that the
    // hand comes again.
    private static async Task DropAsync(IPage page, string path)
    {
        const string isDropped = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(globalThis.isDropped)))))";
        await page.EvaluateAsync("() => { globalThis.isDropped = false; addEventListener('drop', () => { globalThis.isDropped = true; }); }");
        var browser = await page.Context.NewCDPSessionAsync(page);
        for (var x = 300; x < 350 && !await page.EvaluateAsync<bool>(isDropped); x++)
        {
            await DispatchAsync("dragEnter", x);
            await Expect(page.Locator(".drop-hint")).ToBeVisibleAsync();
            await DispatchAsync("dragOver", x);
            await DispatchAsync("drop", x);
        }

        Task DispatchAsync(string kind, int x) => browser.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
        {
            ["type"] = kind,
            ["x"] = x,
            ["y"] = 400,
            ["data"] = new { items = Array.Empty<object>(), files = new[] { path }, dragOperationsMask = 1 },
        });
    }

    /// <summary>Who finds what has arrived, as the API says.</summary>
    private static Task<string> VisibilityAsync(UploadPanel panel, int row) => panel.InState("done").Nth(row).Locator("a.thumb").EvaluateAsync<string>(
        "async (link) => (await (await fetch(`/api/v1${link.pathname}`)).json()).visibility");
}
