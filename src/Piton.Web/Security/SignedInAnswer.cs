using Microsoft.AspNetCore.Mvc;
using Piton.Application.Accounts;
using Piton.Web.Routing;

namespace Piton.Web.Security;

/// <summary>Begins a session in the browser, and leads on.</summary>
internal static class SignedInAnswer
{
    public static IActionResult SignedIn(this Controller controller, OpenedSession opened, string? returnUrl)
    {
        SessionCookie.Set(controller.HttpContext, opened);
        controller.Response.Headers.Location = controller.Url.LocalOrHome(returnUrl);
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>What the browser says it is.</summary>
    public static string? UserAgent(this HttpRequest request) => request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;
}
