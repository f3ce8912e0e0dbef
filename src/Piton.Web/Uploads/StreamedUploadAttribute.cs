using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Piton.Web.Forms;

namespace Piton.Web.Uploads;

/// <summary>
/// Lets an action read a long body as a stream. Without it MVC would read the form into memory before the action is called, and a body would
/// have to be short. How long it may be is a matter of <see cref="BoundedBody"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StreamedUploadAttribute : UnreadBodyAttribute
{
    public override void OnResourceExecuting(ResourceExecutingContext context)
    {
        base.OnResourceExecuting(context);
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = context.HttpContext.RequestServices.GetRequiredService<UploadBounds>().MostRead;
        }
    }
}
