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

    public ILocator Element => visit.Page.GetByRole(AriaRole.Region, new() { Name = "Uploads" });

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

    /// <summary>Chooses files by one of the buttons of the open panel.</summary>
    public async Task ChooseMoreAsync(string button, params FilePayload[] files)
    {
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => Button(button).ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    /// <summary>Drops or pastes files made in the page; a <c>#</c> in the name is their number.</summary>
    public Task HandAsync(string kind, int count, int size, string name, string type) =>
        visit.Page.EvaluateAsync(Hand, new { kind, count, size, name, type });
}
