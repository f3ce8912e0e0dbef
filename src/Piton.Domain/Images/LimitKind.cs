namespace Piton.Domain.Images;

/// <summary>Which of the <see cref="ImageLimits"/> a picture breaks.</summary>
public enum LimitKind
{
    Side,
    Pixels,
    Frames,
    TotalPixels,
}
