using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Piton.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What the upload panel says to each file, whatever becomes of it.</summary>
public sealed class UploadFileTests(StockedSite site) : IClassFixture<StockedSite>
{
    [Fact]
    public async Task File_WhenUploaded_ShouldShowItsThumbnailAndWhatWasSaved()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var photograph = site.NextPicture();
        await visit.OpenAsync("/");
        await visit.Page.EvaluateAsync("() => document.addEventListener('piton:uploaded', ({ detail }) => { globalThis.uploaded = detail; })");

        await panel.ChooseAsync(photograph);

        var row = panel.InState("done");
        await Expect(row).ToContainTextAsync(new Regex(@"[\d.]+\skB → [\d.]+\skB · \d+% saved"));
        await Expect(row.Locator("img")).ToHaveJSPropertyAsync("complete", true);
        Assert.NotEqual(0, await row.Locator("img").EvaluateAsync<int>("picture => picture.naturalWidth"));
        await Expect(panel.Figures).ToHaveTextAsync(new Regex(@"^1\sof\s1 · [\d.]+\skB · [\d.]+\skB\ssaved$"));
        await Expect(panel.Status).ToHaveTextAsync(new Regex(@"^1 of 1 uploaded\. [\d.]+\skB saved\.$"));
        Assert.Equal(Path.GetFileNameWithoutExtension(photograph.Name), await visit.Page.EvaluateAsync<string>("() => globalThis.uploaded.name"));
        Assert.Equal("", string.Join("\n", visit.Complaints));
    }

    [Fact]
    public async Task Files_WhenThereAreMany_ShouldGoFourAtATimeAndTakeNamesMeanwhile()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        FilePayload[] files = [.. Enumerable.Range(0, 6).Select(_ => site.NextPicture())];
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");

        await panel.ChooseAsync(files);
        await Expect(panel.InState("waiting")).ToHaveCountAsync(2);
        await panel.NameField(files[5].Name).FillAsync("Called while it waited");
        await panel.NameField(files[0].Name).FillAsync("Called on the way");
        await held.WaitForAsync(4);
        held.LetGo();

        await Expect(panel.InState("done")).ToHaveCountAsync(6);
        await Expect(panel.NameField(files[5].Name)).ToHaveValueAsync("Called while it waited");
        await panel.NameField(files[1].Name).FillAsync("Called at the end");
        await panel.NameField(files[1].Name).BlurAsync();
        await Expect(panel.Element.GetByRole(AriaRole.Link, new() { Name = "Called at the end" })).ToHaveCountAsync(1);
        await visit.OpenAsync("/?q=called");
        await Expect(visit.Link("Called while it waited")).ToBeVisibleAsync();
        await Expect(visit.Link("Called on the way")).ToBeVisibleAsync();
        await Expect(visit.Link("Called at the end")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task File_WhenOnItsWay_ShouldShowItsBytesAndThenThatItIsConverted()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");

        // The panel is drawn ten times a second at most: what is converted sooner is never seen to be.
        await panel.ChooseAsync(new FilePayload { Name = "large.jpg", MimeType = "image/jpeg", Buffer = TestImages.NoisyJpeg(2400, 1800) });

        await Expect(panel.InState("sending").Locator("small")).ToHaveTextAsync(new Regex(@"^0\sB of [\d.]+\sMB"));
        await Expect(panel.InState("sending").GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "0");
        await visit.Page.EvaluateAsync("""
            () => { globalThis.states = []; new MutationObserver((changes) => changes.forEach(({ target }) => globalThis.states.push(target.dataset.state)))
              .observe(document.querySelector('.upload-row'), { attributeFilter: ['data-state'] }); }
            """);
        held.LetGo();
        await Expect(panel.InState("done")).ToHaveCountAsync(1);
        Assert.Equal(["converting", "done"], await visit.Page.EvaluateAsync<string[]>("() => globalThis.states"));
    }

    [Fact]
    public async Task File_WhenItIsThereAlready_ShouldLinkToTheOneThere()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var photograph = site.NextPicture();
        await visit.OpenAsync("/");
        await panel.ChooseAsync(photograph);
        await Expect(panel.InState("done")).ToHaveCountAsync(1);

        await panel.ChooseMoreAsync("Choose pictures", photograph);

        var row = panel.InState("duplicate");
        await Expect(row).ToContainTextAsync("In the library already:");
        await row.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Path.GetFileNameWithoutExtension(photograph.Name));
    }

    [Fact]
    public async Task File_WhenRefused_ShouldShowTheServersOwnReason()
    {
        await using var visit = await site.VisitAsync(new Visitor(Language: "es"));
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");
        var answer = visit.Page.WaitForResponseAsync(UploadPanel.Address);

        await panel.HandAsync("drop", 1, 11, "carta.txt", "text/plain");

        var problem = await (await answer).JsonAsync();
        await Expect(visit.Page.Locator("[data-state=refused] small")).ToHaveTextAsync(problem!.Value.GetProperty("detail").GetString()!);
        await Expect(visit.Page.Locator("[data-state=refused] b")).ToHaveTextAsync("carta.txt");
        await Expect(visit.Page.Locator(".upload-figures")).ToContainTextAsync("0 de 1");
    }

    [Fact]
    public async Task File_WhenLargerThanAllowed_ShouldBeRefusedByTheServerWithoutBeingSentWhole()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");

        await panel.HandAsync("drop", 1, 600_000_000, "huge.png", "image/png");

        await Expect(panel.InState("refused")).ToContainTextAsync("The file is larger than 25,000,000 bytes");
    }

    [Fact]
    public async Task File_WhenAProxyRefusesItsSize_ShouldSayWhoDidAndWhatToDo()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.Page.RouteAsync(UploadPanel.Address, route => route.FulfillAsync(new()
        {
            Status = 413,
            ContentType = "text/html",
            Body = "<html><h1>413 Request Entity Too Large</h1></html>",
        }));
        await visit.OpenAsync("/");

        await panel.HandAsync("drop", 1, 3_000_000, "large.jpg", "image/jpeg");

        await Expect(panel.InState("failed")).ToContainTextAsync("A proxy in front of Piton refused the 3\u00a0MB of this file.");
        await Expect(panel.InState("failed")).ToContainTextAsync("client_max_body_size");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task File_WhenTheServerIsBusy_ShouldWaitAsLongAsItSays(int status)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var tries = 0;
        await visit.Page.Clock.InstallAsync();
        await visit.Page.RouteAsync(UploadPanel.Address, route => Interlocked.Increment(ref tries) > 1
            ? route.ContinueAsync()
            : route.FulfillAsync(new()
            {
                Status = status,
                ContentType = "application/problem+json",
                Headers = new Dictionary<string, string> { ["Retry-After"] = "900" },
                Body = """{"code":"busy","detail":"Too many at once."}""",
            }));
        await visit.OpenAsync("/");

        await panel.ChooseAsync(site.NextPicture());
        await Expect(panel.Pause.Last).ToContainTextAsync("Too many at once. It goes on at");
        await Expect(panel.InState("waiting")).ToHaveCountAsync(1);
        await visit.Page.Clock.FastForwardAsync(800_000);
        await Expect(panel.InState("waiting")).ToHaveCountAsync(1);
        Assert.Equal(1, tries);
        await visit.Page.Clock.FastForwardAsync(101_000);

        await Expect(panel.InState("done")).ToHaveCountAsync(1);
        await Expect(panel.Pause.Last).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(502)]
    [InlineData(504)]
    public async Task File_WhenAProxyFindsNoServer_ShouldBeSentAgain(int status)
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var tries = 0;
        await visit.Page.RouteAsync(UploadPanel.Address, route => Interlocked.Increment(ref tries) > 1
            ? route.ContinueAsync()
            : route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<h1>Bad Gateway</h1>" }));
        await visit.OpenAsync("/");

        await panel.ChooseAsync(site.NextPicture());
        await Expect(panel.Pause.Last).ToContainTextAsync("The server does not answer. Next try at");

        await Expect(panel.InState("done")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Files_WhenTheyFailed_ShouldAllBeRetriedByOneButton()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var (first, second, third) = (site.NextPicture(), site.NextPicture(), site.NextPicture());
        await visit.Page.RouteAsync(UploadPanel.Address, route => route.FulfillAsync(new() { Status = 500, Body = "Something went wrong" }));
        await visit.OpenAsync("/");
        await panel.ChooseAsync(first, second, third);
        await Expect(panel.InState("failed")).ToHaveCountAsync(3);
        await Expect(panel.InState("failed").First).ToContainTextAsync("The server answered with status 500.");
        await visit.Page.UnrouteAsync(UploadPanel.Address);

        await panel.Button($"Retry {first.Name}").ClickAsync();
        await Expect(panel.InState("done")).ToHaveCountAsync(1);
        await Expect(panel.InState("failed")).ToHaveCountAsync(2);
        await panel.Button("Retry all failed (2)").ClickAsync();

        await Expect(panel.InState("done")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Files_WhenTheNetworkIsGone_ShouldWaitForItAndGoOn()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        await visit.OpenAsync("/");
        await visit.Fold("Add pictures").ClickAsync();
        await Expect(panel.Element).ToBeVisibleAsync();
        await visit.Page.Context.SetOfflineAsync(true);

        await panel.ChooseMoreAsync("Choose pictures", site.NextPicture(), site.NextPicture());
        await Expect(panel.Pause.Last).ToHaveTextAsync("No network. The rest goes on once it is back.");
        await Expect(panel.InState("waiting")).ToHaveCountAsync(2);
        await visit.Page.Context.SetOfflineAsync(false);

        await Expect(panel.InState("done")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Files_WhenTheServerIsAwayForLong_ShouldWaitAndProbeWithOne()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var tries = 0;
        await visit.Page.Clock.InstallAsync();
        await visit.Page.RouteAsync(UploadPanel.Address, route =>
        {
            Interlocked.Increment(ref tries);
            return route.AbortAsync("connectionrefused");
        });
        await visit.OpenAsync("/");

        await panel.ChooseAsync([.. Enumerable.Range(0, 6).Select(_ => site.NextPicture())]);
        await Expect(panel.Pause.Last).ToContainTextAsync("The server does not answer.");
        await Expect(panel.Status).ToContainTextAsync("The server does not answer.");
        await Expect(panel.InState("waiting")).ToHaveCountAsync(6);
        for (var probe = 1; probe <= 7; probe++)
        {
            await visit.Page.Clock.RunForAsync(61_000);
            await Expect(panel.InState("waiting")).ToHaveCountAsync(6);
        }

        // Four at first, then one after each pause; time passes in jumps, in which there may be more than one.
        Assert.InRange(tries, 6, 4 + 3 * 7);

        await visit.Page.UnrouteAllAsync();
        await visit.Page.Clock.RunForAsync(61_000);
        await Expect(panel.InState("done")).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task File_WhenTheBrowserCannotReadItAnyMore_ShouldFailAndLetTheOthersPass()
    {
        await using var visit = await site.VisitAsync(new Visitor());
        var panel = new UploadPanel(visit);
        var held = await HeldUploads.OnAsync(visit.Page.Context);
        await visit.OpenAsync("/");
        await panel.ChooseAsync([.. Enumerable.Range(0, 3).Select(_ => site.NextPicture())]);
        await Expect(panel.InState("sending")).ToHaveCountAsync(3);
        await panel.KeptAsync("kept => kept.length === 3");
        held.LetOthersPass();
        await visit.Page.AddInitScriptAsync("""
            const get = IDBObjectStore.prototype.get;
            let times = 0;
            IDBObjectStore.prototype.get = function (...keys) {
              if (times++ === 0) throw new DOMException("Gone", "NotReadableError");
              return get.apply(this, keys);
            };
            """);

        await visit.Page.ReloadAsync();

        await Expect(panel.InState("failed")).ToContainTextAsync("The file can no longer be read. Choose it again.");
        await Expect(panel.InState("done")).ToHaveCountAsync(2);
    }
}
