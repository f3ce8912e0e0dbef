namespace Piton.Web.Uploads;

/// <summary>The header by which a sender knows an upload (draft-ietf-httpapi-idempotency-key-header-07).</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>The key that came with a request, without the quotation marks of a structured field (RFC 9651); null where none came.</summary>
    public static string? Of(HttpRequest request) =>
        !request.Headers.TryGetValue(Header, out var value) ? null
        : value.ToString() is ['"', .. var quoted, '"'] ? quoted
        : value.ToString();
}
