using Deque.AxeCore.Commons;

namespace Piton.Browser.Tests;

/// <summary>What every page has to be, whatever is on it.</summary>
internal static class PageAudit
{
    private const string Unfold = "() => document.querySelectorAll('details').forEach((part) => { part.open = true; })";

    // A phone widens its window to what does not fit, so the window is no measure.
    private const string Overhang = "(width) => document.documentElement.scrollWidth - width";

    // Nor is the width of the page where a part cuts off what does not fit into it. Links may end in an ellipsis.
    private const string CutOff = """
        (width) => [...document.querySelectorAll("button, input, select, textarea, summary")]
          .filter((control) => control.getClientRects().length > 0 && control.getBoundingClientRect().right > width + 1)
          .map((control) => `beyond the edge of the window: ${control.outerHTML}`)
        """;

    // In the page itself: the wrapper for Playwright opens a second page for each run, which takes seconds.
    private const string Examine = """
        async () => {
          const { passes, violations } = await axe.run(document, { resultTypes: ["violations"] });
          if (passes.length === 0) throw new Error("Axe looked at nothing.");
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Opens a page, unfolds all its parts, and says what is wrong with it.</summary>
    public static async Task<IEnumerable<string>> FaultsOfAsync(Visit visit, string path)
    {
        await visit.OpenAsync(path);
        return await FaultsAsync(visit);
    }

    /// <summary>Unfolds all parts of the page, and says what is wrong with it: who is shut out, what failed, how far it is too wide.</summary>
    /// <param name="visit">The window.</param>
    /// <param name="isCovered">Whether something lies over the page, which then is not scrolled.</param>
    public static async Task<IEnumerable<string>> FaultsAsync(Visit visit, bool isCovered = false)
    {
        if (!isCovered)
        {
            await visit.LoadPicturesAsync();
        }

        await visit.Page.EvaluateAsync(Unfold);
        var overhang = await visit.Page.EvaluateAsync<int>(Overhang, visit.Page.ViewportSize!.Width);
        await visit.Page.EvaluateAsync(Axe);
        var violations = await visit.Page.EvaluateAsync<string[]>(Examine);
        return violations
            .Concat(await visit.Page.EvaluateAsync<string[]>(CutOff, visit.Page.ViewportSize!.Width))
            .Concat(overhang > 0 ? [$"wider than the window by {overhang} px"] : [])
            .Concat(visit.TakeComplaints())
            .Select(fault => $"{visit.Page.Url}: {fault}");
    }
}
