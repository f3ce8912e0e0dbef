using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Piton.Web.Tests.Judging;

/// <summary>Sends a file, and holds the answer to what holds for any file at all.</summary>
/// <param name="client">Its timeout is how long an answer may take.</param>
internal sealed class UploadJudge(HttpClient client)
{
    /// <summary>The longest that an answer may take: more than the server gives a conversion that sleeps, three times its 60 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public async Task<Judgement> SendAsync(Attempt attempt, CancellationToken cancellationToken = default)
    {
        using var file = Uploads.FileContent(attempt.Bytes, "file", attempt.FileName);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(attempt.ContentType);
        using var form = new MultipartFormDataContent { file };
        try
        {
            using var answer = await client.PostAsync(Uploads.Api, form, cancellationToken);
            return Judge(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Judgement(null, null, null, $"There was no answer within {client.Timeout}.");
        }
        catch (HttpRequestException broken)
        {
            return new Judgement(null, null, null, $"The connection broke: {broken.Message}");
        }
    }

    private static Judgement Judge(HttpStatusCode status, string body)
    {
        if (status is HttpStatusCode.Created or HttpStatusCode.OK)
        {
            return new Judgement(status, null, Parse(body), null);
        }

        var problem = Parse(body);
        var code = TextOf(problem, "code");
        return new Judgement(status, code, null, FlawOf(status, code, TextOf(problem, "detail")));
    }

    private static string? FlawOf(HttpStatusCode status, string? code, string? message) => (int)status switch
    {
        // A server that is full may say so, whatever it is sent.
        503 when code == "busy" => null,
        >= 400 and < 500 when !string.IsNullOrEmpty(code) && !string.IsNullOrEmpty(message) => null,
        _ => $"The answer was {(int)status}, with the code “{code}” and the message “{message}”.",
    };

    private static string? TextOf(JsonElement? problem, string property) =>
        problem is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(property, out var text) ? text.GetString() : null;

    private static JsonElement? Parse(string body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
