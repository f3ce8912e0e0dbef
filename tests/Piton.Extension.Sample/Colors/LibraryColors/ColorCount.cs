namespace Piton.Extension.Sample.Colors.LibraryColors;

/// <summary>A colour, and how many pictures have it.</summary>
/// <param name="Color">As <c>#rrggbb</c>, each channel rounded to one of 16 steps.</param>
/// <param name="Images">How many.</param>
public sealed record ColorCount(string Color, int Images);
