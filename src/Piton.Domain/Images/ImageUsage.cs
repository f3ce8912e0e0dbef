namespace Piton.Domain.Images;

/// <summary>How much there is of some images.</summary>
/// <param name="Images">How many.</param>
/// <param name="StoredBytes">The sum of their <see cref="Image.StoredBytes"/>.</param>
public readonly record struct ImageUsage(long Images, long StoredBytes);
