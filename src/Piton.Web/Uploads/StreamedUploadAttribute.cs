using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;
using Piton.Web.Options;

namespace Piton.Web.Uploads;

/// <summary>
/// Lets an action read a body as a stream, as long as a form with several files may be. Without it MVC would read the form into memory before
/// the action is called, and a body would have to be short.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StreamedUploadAttribute : Attribute, IResourceFilter
{
    // What a multipart body holds besides the files: boundaries, headers, names, the antiforgery token.
    private const long Overhead = 1_000_000;

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
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
