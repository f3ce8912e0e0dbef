using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>What an upload led to.</summary>
/// <param name="Image">The image in the library.</param>
/// <param name="Duplicate">Whether it was there before, from the same bytes, so that nothing was added.</param>
public sealed record UploadedImage(Image Image, bool Duplicate)
{
    /// <summary>Where it was imported, which other image answers at its old address; null where none does.</summary>
    public ImageId? AtOldAddress { get; init; }
}
