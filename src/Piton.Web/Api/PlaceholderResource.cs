namespace Piton.Web.Api;

/// <summary>What stands in for a picture until its bytes arrive.</summary>
/// <param name="Color">Its mean colour as <c>#rrggbb</c>.</param>
/// <param name="ThumbHash">A ThumbHash in base64.</param>
public sealed record PlaceholderResource(string Color, string ThumbHash);
