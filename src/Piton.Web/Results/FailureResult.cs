using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Telemetry;

namespace Piton.Web.Results;

/// <summary>An answer to a request that failed: counted, never cached, with the id by which the log knows the request, and with a <c>Retry-After</c> where another try makes sense.</summary>
internal sealed class FailureResult(Failure failure, IActionResult body) : IActionResult
{
    /// <summary>What is sent.</summary>
    public IActionResult Body => body;

    public Task ExecuteResultAsync(ActionContext context)
    {
        WebTelemetry.CountFailure(failure.Code);
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["X-Request-Id"] = context.HttpContext.TraceIdentifier;
        if (failure.RetryAfter is { } delay)
        {
            headers.RetryAfter = delay.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return body.ExecuteResultAsync(context);
    }
}
