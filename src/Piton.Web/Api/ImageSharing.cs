using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>Who is to find some images.</summary>
/// <param name="Ids">Which images, 1 to 1,000.</param>
/// <param name="Visibility">Who finds them.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ImageSharing(IReadOnlyList<ImageId> Ids, string Visibility);
