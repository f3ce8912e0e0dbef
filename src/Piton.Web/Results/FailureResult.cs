using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Results;

/// <summary>An answer to a request that failed: never cached, and with a <c>Retry-After</c> where another try makes sense.</summary>
internal sealed class FailureResult(Failure failure, IActionResult body) : IActionResult
{
    /// <summary>What is sent.</summary>
    public IActionResult Body => body;

    public Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        if (failure.RetryAfter is { } delay)
        {
            headers.RetryAfter = delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return body.ExecuteResultAsync(context);
    }
}
