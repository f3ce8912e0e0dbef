using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Web.Renditions;

/// <summary>
/// A rendition as an answer. Its bytes never change, so a browser keeps one that is public for a year and never asks again; whoever asks all the
/// same is answered by ETag, and in ranges (RFC 9110, sections 13 and 14).
/// </summary>
internal static class RenditionAnswer
{
    // Half of the hash is enough to tell one file from another, and half as long in every request.
    private const int TagLength = 32;

    public static IActionResult Of(HttpContext context, OpenedRendition opened)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = IsForEverybody(context, opened.Image) ? "public, max-age=31536000, immutable" : "private, no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = opened.Image.Visibility == Visibility.Private ? "same-origin" : "cross-origin";
        headers.ContentDisposition = Disposition(opened);
        return new RenditionResult(opened.Content, opened.Facts.Format.MediaType())
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{opened.Facts.Hash.ToString()[..TagLength]}\""),
            LastModified = opened.Image.CreatedAt,
        };
    }

    // What somebody on the way keeps, they show to whoever asks.
    private static bool IsForEverybody(HttpContext context, Image image) =>
        image.Visibility == Visibility.Public
        && context.RequestServices.GetRequiredService<AccessPolicy>().Gallery == GalleryAccess.Public;

    // Says under which name a browser saves it: the image's own, however hostile, in the encoding of RFC 8187.
    private static string Disposition(OpenedRendition opened)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{FileNames.Cut(opened.Image.Name)}.{opened.Facts.Format.Extension()}");
        return disposition.ToString();
    }
}
