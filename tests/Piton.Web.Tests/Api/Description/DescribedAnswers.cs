using System.Net;
using System.Text.Json;

namespace Piton.Web.Tests.Api.Description;

/// <summary>Holds every answer of the API against its description while tests ask for other things.</summary>
internal sealed class DescribedAnswers : DelegatingHandler
{
    private DescribedApi? _api;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            if ((_api ??= await ReadAsync(new Uri(request.RequestUri, "/openapi/v1.json"), cancellationToken)) is not { } api)
            {
                return answer;
            }

            var mediaType = answer.Content.Headers.ContentType?.MediaType;
            var body = mediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await BufferAsync(answer, cancellationToken) : null;
            Assert.Null(api.FaultOf(request.Method.Method, path, (int)answer.StatusCode, mediaType, body));
        }

        return answer;
    }

    private static async Task<string> BufferAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    // Before there is an administrator, the house shows nothing of itself.
    private async Task<DescribedApi?> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await base.SendAsync(request, cancellationToken);
        return answer.StatusCode == HttpStatusCode.ServiceUnavailable ? null : new DescribedApi(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).RootElement);
    }
}
