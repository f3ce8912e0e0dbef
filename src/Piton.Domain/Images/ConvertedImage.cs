namespace Piton.Domain.Images;

/// <summary>What the converter made of a source.</summary>
/// <param name="Renditions">Largest first, <see cref="RenditionName.Full"/> always, the others only where they are smaller.</param>
/// <param name="Placeholder">What stands in until the bytes arrive.</param>
/// <param name="Frames">How many frames <see cref="RenditionName.Full"/> has; 1 for a still picture.</param>
/// <param name="Report">What was done.</param>
public sealed record ConvertedImage(
    IReadOnlyList<EncodedRendition> Renditions,
    Placeholder Placeholder,
    int Frames,
    ConversionReport Report)
{
    /// <summary>What the camera wrote beside the picture, the position too where it says one; null where it wrote nothing.</summary>
    public PhotoFacts? Photo { get; init; }
}
