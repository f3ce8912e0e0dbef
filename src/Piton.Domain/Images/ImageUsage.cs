namespace Piton.Domain.Images;

/// <summary>How much there is of some images.</summary>
/// <param name="Images">How many.</param>
/// <param name="StoredBytes">The sum of their <see cref="Image.StoredBytes"/>.</param>
/// <param name="SourceBytes">Bytes of the files that they were made from.</param>
/// <param name="FullBytes">Bytes of <see cref="RenditionName.Full"/> of each, which is what a source has become.</param>
public readonly record struct ImageUsage(long Images, long StoredBytes, long SourceBytes, long FullBytes);
