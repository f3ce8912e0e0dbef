using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>What every page has to be, whatever is on it.</summary>
internal static class PageAudit
{
    private const string Unfold = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })";
    private const string Overhang = "() => document.documentElement.scrollWidth - innerWidth";

    /// <summary>Nobody is shut out of it, nothing in it fails, and it fits the window, with every part folded in and folded out.</summary>
    public static async Task ShouldBeCleanAsync(Visit visit)
    {
        await visit.LoadPicturesAsync();
        Assert.InRange(await visit.Page.EvaluateAsync<int>(Overhang), int.MinValue, 0);
        if (await visit.Page.Locator("details").CountAsync() > 0)
        {
            await ShouldBeAccessibleAsync(visit.Page);
            await visit.Page.EvaluateAsync(Unfold);
            Assert.InRange(await visit.Page.EvaluateAsync<int>(Overhang), int.MinValue, 0);
        }

        await ShouldBeAccessibleAsync(visit.Page);
        Assert.Empty(visit.Complaints);
    }

    private static async Task ShouldBeAccessibleAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => Describe(violation, node))));
    }

    private static string Describe(AxeResultItem violation, AxeResultNode node) =>
        $"{violation.Id}: {violation.Help}: {node.Html} {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}";
}
