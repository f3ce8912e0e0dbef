using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Piton.Web.Uploads;

namespace Piton.Web.Downloads;

/// <summary>The configuration of a custom uploader of ShareX (https://getsharex.com/docs/custom-uploader), which takes it in by a double click.</summary>
internal sealed class ShareXConfiguration(string address, string token) : IActionResult
{
    // From this version on, what is read from the answer stands in braces.
    private const string Version = "14.0.0";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.Headers.CacheControl = "private, no-store";
        return new FileContentResult(JsonSerializer.SerializeToUtf8Bytes(Describe(), Readable), "application/json") { FileDownloadName = "piton.sxcu" }
            .ExecuteResultAsync(context);
    }

    private JsonObject Describe() => new()
    {
        ["Version"] = Version,
        ["Name"] = $"Piton ({new Uri(address).Authority})",
        ["DestinationType"] = "ImageUploader, FileUploader",
        ["RequestMethod"] = "POST",
        ["RequestURL"] = $"{address}/api/v1/images",
        ["Headers"] = new JsonObject { ["Authorization"] = $"Bearer {token}" },
        ["Body"] = "MultipartFormData",
        ["FileFormName"] = UploadForm.Api.File,
        ["URL"] = address + "{json:urls.full}",

        // A small picture has no smaller rendition, and the syntax knows no other choice.
        ["ThumbnailURL"] = address + "{json:urls.full}",

        // ShareX opens it in a browser: there whoever is signed in deletes the picture.
        ["DeletionURL"] = address + "{json:urls.page}",
        ["ErrorMessage"] = "{json:detail}",
    };
}
