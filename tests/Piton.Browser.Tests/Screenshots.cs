using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>Takes the pictures of Piton that its documentation shows; see <c>build/screenshots</c>.</summary>
internal static class Screenshots
{
    private static readonly int[] Widths = [Visitor.Phone, Visitor.Tablet, Visitor.Desktop];

    private static readonly (string Name, string Path)[] Pages =
    [
        ("gallery", "/"), ("months", "/months"), ("trash", "/trash"), ("account", "/account"), ("administration", "/admin"), ("users", "/admin/users"),
        ("audit", "/admin/audit"), ("settings", "/admin/settings"), ("missing", "/nothing-here"),
    ];

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync("Name the folder that the screenshots go to.");
            return 2;
        }

        var site = new LandscapeSite();
        try
        {
            await site.InitializeAsync();
            var visitors = (from width in Widths from dark in new[] { false, true } select new Visitor(width, Dark: dark)).ToList();
            foreach (var visitor in visitors)
            {
                await TakePagesAsync(site, visitor, folder);
            }

            // Last: their pictures stay.
            foreach (var visitor in visitors)
            {
                await TakeUploadAsync(site, visitor, folder);
            }
        }
        finally
        {
            await site.DisposeAsync();
        }

        return 0;
    }

    private static async Task TakePagesAsync(LandscapeSite site, Visitor visitor, string folder)
    {
        await using var visit = await site.VisitAsync(visitor);
        foreach (var (name, path) in Pages.Append(("picture", site.NewestPage)))
        {
            await visit.OpenAsync(path);
            await SaveAsync(visit, visitor, folder, name);
        }

        await visit.OpenAsync("/admin/users");
        await visit.Page.Locator("main a[href^='/admin/users/']").First.ClickAsync();
        await SaveAsync(visit, visitor, folder, "user");

        await visit.OpenAsync("/");
        await visit.Page.Locator(".cell a").First.ClickAsync();
        await visit.Button("Information").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".information h2")).ToBeVisibleAsync();
        await SaveAsync(visit, visitor, folder, "lightbox");
    }

    private static async Task TakeUploadAsync(LandscapeSite site, Visitor visitor, string folder)
    {
        await using var visit = await site.VisitAsync(visitor);
        await visit.OpenAsync("/");
        await visit.Fold("Add pictures").ClickAsync();
        await new UploadPanel(visit).ShowEveryStateAsync(site);
        await SaveAsync(visit, visitor, folder, "upload");
    }

    // What comes by itself is there and in its place a second later.
    private static async Task SaveAsync(Visit visit, Visitor visitor, string folder, string name)
    {
        await visit.Page.WaitForTimeoutAsync(1000);
        var path = Path.Combine(folder, $"{name}-{visitor.Width}-{(visitor.Dark ? "dark" : "light")}.png");
        await visit.Page.ScreenshotAsync(new() { Path = path });
        Console.WriteLine(path);
    }
}
