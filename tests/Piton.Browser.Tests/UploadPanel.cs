using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>The upload panel of a page, by what a person finds in it.</summary>
internal sealed class UploadPanel(Visit visit)
{
    /// <summary>The address that files are sent to.</summary>
    public const string Address = "**/api/v1/images";

    // Puts files into an event as a hand would, made in the page: some are too many or too large to be sent there.
    private const string Hand = """
        ({ kind, count, size, name, type }) => {
          const part = new Blob([new Uint8Array(Math.min(size, 10_000_000))]);
          const parts = Array(Math.ceil(size / 10_000_000)).fill(part);
          const data = new DataTransfer();
          for (let i = 0; i < count; i++) data.items.add(new File(parts, name.replace("#", i + 1), { type, lastModified: 1_700_000_000_000 }));
          document.body.dispatchEvent(kind === "paste"
            ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true })
            : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """;

    public ILocator Element => visit.Page.Locator("section.uploads");

    public ILocator Rows => Element.GetByRole(AriaRole.Listitem);

    public ILocator Pause => Element.Locator(".upload-pause");

    public ILocator Figures => Element.Locator(".upload-figures");

    public ILocator Status => Element.GetByRole(AriaRole.Status);

    public ILocator Button(string name) => Element.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator InState(string state) => Element.Locator($"[data-state={state}]");

    public ILocator NameField(string fileName) => Element.GetByLabel($"Name of {fileName}", new() { Exact = true });

    /// <summary>Opens it and chooses files by hand.</summary>
    public async Task ChooseAsync(params FilePayload[] files)
    {
        await visit.Fold("Add pictures").ClickAsync();
        await ChooseMoreAsync("Choose pictures", files);
    }

    /// <summary>Opens it by its key, where there is no button for it, and chooses files by hand.</summary>
    public async Task UploadAsync(params FilePayload[] files)
    {
        await visit.Page.Keyboard.PressAsync("u");
        await ChooseMoreAsync("Choose pictures", files);
    }

    /// <summary>Chooses files by one of the buttons of the open panel.</summary>
    public async Task ChooseMoreAsync(string button, params FilePayload[] files)
    {
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => Button(button).ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Leads files into every state that a page can show at once, in any language; what is on its way stands still.</summary>
    /// <param name="site">Where to.</param>
    /// <param name="fileName">Of the one that is there already; its own where none is given.</param>
    public async Task ShowEveryStateAsync(Site site, string? fileName = null)
    {
        var (there, late) = (site.NextPicture(), site.NextPicture());
        there.Name = fileName ?? there.Name;
        var letter = new FilePayload { Name = "letter.txt", MimeType = "text/plain", Buffer = "Dear reader"u8.ToArray() };
        await PutAsync(there);
        await Assertions.Expect(InState("done")).ToHaveCountAsync(1);
        await PutAsync(there, letter);
        await Assertions.Expect(InState("duplicate")).ToHaveCountAsync(1);
        await Assertions.Expect(InState("refused")).ToHaveCountAsync(1);
        await visit.Page.RouteAsync(Address, route => route.FulfillAsync(new() { Status = 413, Body = "Too large" }));
        await PutAsync(late);
        await Assertions.Expect(InState("failed")).ToHaveCountAsync(1);
        await HeldUploads.OnAsync(visit.Page.Context);
        await visit.Page.UnrouteAsync(Address);
        await PutAsync([.. Enumerable.Range(0, 5).Select(_ => site.NextPicture())]);
        await Assertions.Expect(InState("waiting")).ToHaveCountAsync(1);
    }

    /// <summary>The rows that are not high enough for what they say.</summary>
    public Task<string[]> OverfullRowsAsync() =>
        Rows.EvaluateAllAsync<string[]>("rows => rows.filter(row => row.scrollHeight > row.clientHeight + 1).map(row => row.innerText)");

    /// <summary>Drops or pastes files made in the page; a <c>#</c> in the name is their number.</summary>
    public Task HandAsync(string kind, int count, int size, string name, string type) =>
        visit.Page.EvaluateAsync(Hand, new { kind, count, size, name, type });

    /// <summary>Waits until what the browser keeps of the queue is as it should be.</summary>
    /// <param name="condition">A function of the entries.</param>
    public Task KeptAsync(string condition) => KeptAsync(visit.Page, condition);

    /// <summary>The same in another window.</summary>
    public static async Task KeptAsync(IPage page, string condition) => await page.WaitForFunctionAsync($$"""
        () => new Promise((resolve, reject) => {
          const open = indexedDB.open("piton-uploads", 1);
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const all = open.result.transaction("entries").objectStore("entries").getAll();
            all.onsuccess = () => { open.result.close(); resolve(({{condition}})(all.result)); };
          };
        })
        """);

    // Past the button, whose name depends on the language.
    private Task PutAsync(params FilePayload[] files) => Element.Locator("input[type=file][multiple]").SetInputFilesAsync(files);
}
