using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Fragments;

/// <summary>Answers a script that swaps a part of a page with that part alone (htmx 2, "Request Headers").</summary>
public static class FragmentAnswer
{
    private const string Asked = "HX-Request";

    /// <summary>Whether a script asks, and for a part: not to follow a link, nor to bring back a page it has forgotten.</summary>
    public static bool WantsFragment(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Says(request, Asked) && !Says(request, "HX-Boosted") && !Says(request, "HX-History-Restore-Request");
    }

    /// <param name="controller">Whose action was done.</param>
    /// <param name="page">The view of the whole page.</param>
    /// <param name="fragment">The partial view that it has for the part.</param>
    /// <param name="model">The model of both.</param>
    public static IActionResult PageOrFragment(this Controller controller, string page, string fragment, object model)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.Response.Headers.Append("Vary", Asked);
        return controller.Request.WantsFragment() ? controller.PartialView(fragment, model) : controller.View(page, model);
    }

    private static bool Says(HttpRequest request, string header) => request.Headers[header] == "true";
}
