using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Piton.Browser.Tests;

/// <summary>What everybody does first, from the first look to the change of mind.</summary>
public sealed class JourneyTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(Visitor.Desktop, true)]
    [InlineData(Visitor.Desktop, false)]
    [InlineData(Visitor.Phone, true)]
    [InlineData(Visitor.Phone, false)]
    public async Task Upload_WhenTwoPhotographsAreSent_ShouldLeadToRenameDeleteAndUndo(int width, bool javaScript)
    {
        await using var visit = await site.VisitAsync(new Visitor(width, javaScript));
        var (harbour, lighthouse) = (site.NextPicture(), site.NextPicture());
        var (name, newName) = ($"Harbour {width} {javaScript}", $"Port {width} {javaScript}");
        var fileName = Path.GetFileNameWithoutExtension(lighthouse.Name);

        await visit.OpenAsync("/");
        await (javaScript ? UploadByPanelAsync(visit, harbour, lighthouse, name) : UploadByFormAsync(visit, harbour, lighthouse, name));
        await Expect(visit.Link(fileName)).ToBeVisibleAsync();
        await ShouldShowAsync(visit, name);
        await visit.Link(name).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/images/"));
        await visit.Page.ReloadAsync();
        await Expect(Heading(visit)).ToHaveTextAsync(name);
        Assert.Equal(1, await visit.LoadPicturesAsync());

        await visit.Fold("Rename").ClickAsync();
        await visit.Page.GetByLabel("New name").FillAsync(newName);
        await visit.Button("Save").ClickAsync();
        await Expect(Notice(visit)).ToContainTextAsync($"The picture is now called “{newName}”.");
        await Expect(Heading(visit)).ToHaveTextAsync(newName);

        await visit.Button("Move to the trash").ClickAsync();
        await Expect(Notice(visit)).ToContainTextAsync($"Moved “{newName}” to the trash.");
        await Expect(visit.Link(newName)).ToHaveCountAsync(0);

        await visit.Button("Undo").ClickAsync();
        await Expect(Notice(visit)).ToContainTextAsync($"“{newName}” is back in the gallery.");
        await ShouldShowAsync(visit, newName);
        Assert.Empty(visit.Complaints);
    }

    private static async Task UploadByPanelAsync(Visit visit, FilePayload first, FilePayload second, string name)
    {
        var panel = new UploadPanel(visit);
        await panel.UploadAsync(first, second);
        await Expect(panel.InState("done")).ToHaveCountAsync(2);
        await panel.NameField(first.Name).FillAsync(name);
        await panel.NameField(first.Name).PressAsync("Enter");
        await Expect(panel.Element.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(1);
        await panel.Button("Close").ClickAsync();
        await visit.OpenAsync("/");
    }

    private static async Task UploadByFormAsync(Visit visit, FilePayload first, FilePayload second, string name)
    {
        await visit.FillUploadFormAsync([first, second], name);
        await visit.Button("Upload").ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Uploaded");
        await Expect(visit.Page.Locator(".verdicts .good")).ToHaveCountAsync(2);
        await visit.Link("To the gallery").ClickAsync();
    }

    private static ILocator Heading(Visit visit) => visit.Page.Locator("h1");

    private static ILocator Notice(Visit visit) => visit.Page.Locator(".notice");

    private static async Task ShouldShowAsync(Visit visit, string name)
    {
        await Expect(visit.Link(name)).ToBeVisibleAsync();
        Assert.True(await visit.LoadPicturesAsync() >= 2);
    }
}
