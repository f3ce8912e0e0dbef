using System.Net.Http.Headers;

namespace Piton.Web.Tests.HttpObservatory;

/// <summary>One answer, as far as rules look at it.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Headers">By name, in whatever case; several fields of one name in their order.</param>
/// <param name="Html">The body; empty where it is no HTML.</param>
internal sealed record ScannedAnswer(Uri Address, ILookup<string, string> Headers, string Html)
{
    /// <summary>A made-up one.</summary>
    public static ScannedAnswer Of(string html, params (string Name, string Value)[] headers) => new(
        new Uri("https://site.example/"), headers.ToLookup(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), html);

    public static async Task<ScannedAnswer> ReadAsync(Uri address, HttpResponseMessage answer)
    {
        var isHtml = answer.Content.Headers.ContentType?.MediaType == "text/html";
        return new ScannedAnswer(
            address,
            Fields(answer.Headers).Concat(Fields(answer.Content.Headers)).ToLookup(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase),
            isHtml ? await answer.Content.ReadAsStringAsync() : "");
    }

    /// <summary>The first field of a name; null where there is none.</summary>
    public string? First(string name) => Headers[name].FirstOrDefault();

    private static IEnumerable<(string Name, string Value)> Fields(HttpHeaders headers) =>
        headers.SelectMany(header => header.Value.Select(value => (header.Key, value)));
}
