using System.Text.Json.Serialization;

namespace Piton.Web.Api;

/// <summary>What a PATCH of an image changes: the fields that are there and not null.</summary>
/// <param name="Name">The new name.</param>
/// <param name="Alt">What it shows, for those who cannot see it, up to 2,000 characters; blank for nothing.</param>
/// <param name="Visibility">Who finds it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ImageChanges(string? Name = null, string? Alt = null, string? Visibility = null);
