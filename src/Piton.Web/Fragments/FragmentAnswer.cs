using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Fragments;

/// <summary>Answers a script that puts a part into a page with that part alone (htmx 4, request headers).</summary>
public static class FragmentAnswer
{
    private const string ByScript = "HX-Request";
    private const string Kind = "HX-Request-Type";

    /// <summary>Whether a script asks, be it for a part or for a page of which it takes some.</summary>
    public static bool IsByScript(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers[ByScript] == "true";
    }

    /// <summary>Whether a script asks for a part.</summary>
    public static bool WantsFragment(this HttpRequest request) => request.IsByScript() && request.Headers[Kind] == "partial";

    /// <param name="controller">Whose action was done.</param>
    /// <param name="page">The view of the whole page.</param>
    /// <param name="fragment">The partial view that it has for the part.</param>
    /// <param name="model">The model of both.</param>
    public static IActionResult PageOrFragment(this Controller controller, string page, string fragment, object model)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.Response.Headers.Append("Vary", $"{ByScript}, {Kind}");
        return controller.Request.WantsFragment() ? controller.PartialView(fragment, model) : controller.View(page, model);
    }
}
