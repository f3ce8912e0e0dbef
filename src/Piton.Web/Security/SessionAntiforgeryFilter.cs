using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Piton.Web.Security;

/// <summary>
/// Asks every request of the API that changes something, and comes by a session, for the antiforgery token in its header. A token of the API
/// is one that no other site has, so that a request with it needs none.
/// </summary>
internal sealed class SessionAntiforgeryFilter(IAntiforgery antiforgery) : IAsyncAuthorizationFilter
{
    /// <exception cref="AntiforgeryValidationException">There is no valid token.</exception>
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/api") && http.Actor().Session is not null && !IsSafe(http.Request.Method))
        {
            if (!http.Request.Headers.ContainsKey("RequestVerificationToken"))
            {
                throw new AntiforgeryValidationException("The request has no antiforgery token in its header.");
            }

            await antiforgery.ValidateRequestAsync(http);
        }
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
