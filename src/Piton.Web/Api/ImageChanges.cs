using System.Text.Json.Serialization;

namespace Piton.Web.Api;

/// <summary>What a PATCH of an image changes.</summary>
/// <param name="Name">The new name.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ImageChanges(string? Name);
