using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>Many images.</summary>
/// <param name="Ids">Their ids, 1 to 1,000.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ImageSelection([property: JsonRequired] IReadOnlyList<ImageId> Ids);
