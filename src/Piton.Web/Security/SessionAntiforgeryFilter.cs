using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>
/// Asks every request of the API that changes something, and comes by a session, for the antiforgery token in its header. A token of the API
/// is one that no other site has, so that a request with it needs none.
/// </summary>
internal sealed class SessionAntiforgeryFilter(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (http.Request.Path.StartsWithSegments("/api") && http.Actor().Session is not null && !http.Request.IsSafe() && !await HasTokenAsync(http))
        {
            context.Result = ProblemAnswer.Of(FaultTable.PageExpired(http));
        }
    }

    // Without the header the check would read the body for a form.
    private async Task<bool> HasTokenAsync(HttpContext http) =>
        http.Request.Headers.ContainsKey(options.Value.HeaderName!) && await antiforgery.IsRequestValidAsync(http);
}
