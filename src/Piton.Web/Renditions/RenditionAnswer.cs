using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Images;

namespace Piton.Web.Renditions;

/// <summary>
/// A rendition as an answer. Its bytes never change, so a browser keeps it for a year and never asks again; whoever asks all the
/// same is answered by ETag, and in ranges (RFC 9110, sections 13 and 14).
/// </summary>
internal static class RenditionAnswer
{
    // Half of the hash is enough to tell one file from another, and half as long in every request.
    private const int TagLength = 32;

    public static IActionResult Of(HttpContext context, OpenedRendition opened)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.ContentDisposition = Disposition(opened);
        return new RenditionResult(opened.Content, opened.Facts.Format.MediaType())
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{opened.Facts.Hash.ToString()[..TagLength]}\""),
            LastModified = opened.Image.CreatedAt,
        };
    }

    // Says under which name a browser saves it: the image's own, however hostile, in the encoding of RFC 8187.
    private static string Disposition(OpenedRendition opened)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{FileNames.Cut(opened.Image.Name)}.{opened.Facts.Format.Extension()}");
        return disposition.ToString();
    }
}
