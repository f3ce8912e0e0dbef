namespace Piton.Web.Api;

/// <summary>What stands in for a picture until its bytes arrive: a colour as <c>#rrggbb</c>, and a ThumbHash in base64.</summary>
public sealed record PlaceholderResource(string Color, string ThumbHash);
