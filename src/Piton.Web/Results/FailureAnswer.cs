using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace Piton.Web.Results;

/// <summary>Answers a failure in the form that the client reads: a page for a person, problem details for a program.</summary>
internal static class FailureAnswer
{
    public static IActionResult For(HttpContext context, Failure failure) =>
        For(context, failure, ErrorPageAnswer.Of);

    /// <summary>The same from where there is no controller, with the page that <paramref name="page"/> makes.</summary>
    public static Task WriteAsync(HttpContext context, Failure failure, Func<Failure, IActionResult> page) =>
        For(context, failure, page).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));

    /// <summary>Whether the client is a browser that shows a page, and not a program.</summary>
    public static bool WantsPage(this HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static IActionResult For(HttpContext context, Failure failure, Func<Failure, IActionResult> page) =>
        context.WantsPage() ? page(failure) : ProblemAnswer.Of(failure);
}
