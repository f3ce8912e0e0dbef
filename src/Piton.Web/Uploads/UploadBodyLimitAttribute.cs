using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Uploads;

/// <summary>
/// Lets an action take a body as long as a form with several files may be. Without it, and for every other action, a body is short.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UploadBodyLimitAttribute : Attribute, IResourceFilter
{
    // What a multipart body holds besides the files: boundaries, headers, names, the antiforgery token.
    private const long Overhead = 1_000_000;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<PitonOptions>>().Value;
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.MaxFormBytes + Overhead;
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
