namespace Piton.Domain.Images;

/// <summary>What stands in for a picture until its bytes arrive.</summary>
/// <param name="Color">The average colour, as <c>#rrggbb</c> in lower case, sRGB.</param>
/// <param name="ThumbHash">A ThumbHash (evanw.github.io/thumbhash) of 5 to 25 bytes, in base64.</param>
public sealed record Placeholder(string Color, string ThumbHash);
