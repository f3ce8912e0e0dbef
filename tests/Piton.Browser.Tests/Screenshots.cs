namespace Piton.Browser.Tests;

/// <summary>Takes the pictures of Piton that its documentation shows; see <c>build/screenshots</c>.</summary>
internal static class Screenshots
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var folder])
        {
            await Console.Error.WriteLineAsync("Name the folder that the screenshots go to.");
            return 2;
        }

        var site = new PhotographSite();
        try
        {
            await site.InitializeAsync();
            foreach (var visitor in from width in new[] { Visitor.Desktop, Visitor.Phone } from dark in new[] { false, true } select new Visitor(width, Dark: dark))
            {
                await TakeAsync(site, visitor, folder);
            }
        }
        finally
        {
            await site.DisposeAsync();
        }

        return 0;
    }

    private static async Task TakeAsync(PhotographSite site, Visitor visitor, string folder)
    {
        await using var visit = await site.VisitAsync(visitor);
        await visit.OpenAsync("/");
        await SaveAsync(visit, PathOf("gallery"));
        await visit.Fold("Add pictures").ClickAsync();
        await new UploadPanel(visit).ShowEveryStateAsync(site);
        await SaveAsync(visit, PathOf("upload"));
        await visit.OpenAsync(site.NewestPage);
        await SaveAsync(visit, PathOf("picture"));

        string PathOf(string name) => Path.Combine(folder, $"{name}-{visitor.Width}-{(visitor.Dark ? "dark" : "light")}.png");
    }

    private static async Task SaveAsync(Visit visit, string path)
    {
        await visit.LoadPicturesAsync();
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await visit.Page.ScreenshotAsync(new() { Path = path });
        Console.WriteLine(path);
    }
}
