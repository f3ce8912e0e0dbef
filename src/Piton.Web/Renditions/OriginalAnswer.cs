using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Piton.Application.Images.OpenOriginal;
using Piton.Domain.Images;

namespace Piton.Web.Renditions;

/// <summary>
/// An original as an answer. It is a stranger's file, of which nothing was taken out: a browser is to save it, never to show it, and
/// nobody on the way is to keep it.
/// </summary>
internal static class OriginalAnswer
{
    public static IActionResult Of(HttpContext context, OpenedOriginal opened)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = Disposition(opened.Image);
        return new RenditionResult(opened.Content, opened.Image.Source.Format.MediaType()) { EnableRangeProcessing = true };
    }

    // The name that it came under, but with the ending of what it is.
    private static string Disposition(Image image)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{FileNames.Cut(ImageName.FromFileName(image.FileName))}.{image.Source.Format.Extension()}");
        return disposition.ToString();
    }
}
