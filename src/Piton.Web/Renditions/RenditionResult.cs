using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Renditions;

/// <summary>A file whose bytes go out in one piece where they are few; everything else is that of the framework's own result.</summary>
internal sealed class RenditionResult(Stream content, string mediaType) : FileStreamResult(content, mediaType)
{
    public override Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.HttpContext.RequestServices.GetRequiredService<RenditionExecutor>().ExecuteAsync(context, this);
    }
}
