using System.Net;
using System.Text.Json;

namespace Piton.Web.Tests.Judging;

/// <summary>How an upload was answered.</summary>
/// <param name="Status">The status; null where there was no answer.</param>
/// <param name="Code">The code of a refusal; null where it was accepted.</param>
/// <param name="Image">The image; null where it was refused.</param>
/// <param name="Flaw">What no upload whatever may lead to; null where there is no such thing.</param>
internal sealed record Judgement(HttpStatusCode? Status, string? Code, JsonElement? Image, string? Flaw)
{
    public string? Id => Image?.Text("id");

    /// <summary>Whether it was refused as the client's own fault.</summary>
    public bool IsRefused => Image is null && Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError;

    public override string ToString() => Flaw ?? $"{(int?)Status} {Code}";
}
