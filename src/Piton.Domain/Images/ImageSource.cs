namespace Piton.Domain.Images;

/// <summary>The file as it was sent.</summary>
/// <param name="Format">What its bytes say it is, whatever its name said.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Kept">Whether the original is kept beside the renditions.</param>
public sealed record ImageSource(ImageFormat Format, long Bytes, ContentHash Hash, bool Kept);
