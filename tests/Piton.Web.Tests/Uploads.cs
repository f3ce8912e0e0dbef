using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Piton.Web.Tests;

/// <summary>Sends pictures as clients do.</summary>
internal static class Uploads
{
    public const string Api = "/api/v1/images";

    public static MultipartFormDataContent Form(byte[] file, string fileName = "holiday.jpg", params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { FileContent(file, "file", fileName) };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    public static async Task<JsonElement> UploadAsync(this HttpClient client, byte[] file, string fileName = "holiday.jpg", params (string Name, string Value)[] fields)
    {
        using var form = Form(file, fileName, fields);
        using var answer = await client.PostAsync(Api, form);
        answer.EnsureSuccessStatusCode();
        return await answer.JsonAsync();
    }

    /// <summary>All images that are listed, page by page: the hash of each source by its id.</summary>
    public static async Task<Dictionary<string, string>> ListAsync(this HttpClient client)
    {
        var images = new Dictionary<string, string>();
        string? next = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{Api}?limit=200&sort=oldest&after={next}");
            foreach (var image in page.GetProperty("items").EnumerateArray())
            {
                images.Add(image.Text("id"), image.Text("sha256"));
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);

        return images;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>A file of a form, its name encoded so that any text may be one (RFC 8187).</summary>
    public static ByteArrayContent FileContent(byte[] file, string field, string fileName) => new(file)
    {
        Headers =
        {
            ContentType = new MediaTypeHeaderValue("application/octet-stream"),
            ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = field, FileNameStar = fileName },
        },
    };
}
