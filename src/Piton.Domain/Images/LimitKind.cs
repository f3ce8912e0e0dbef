namespace Piton.Domain.Images;

/// <summary>Which limit a picture breaks: one of the <see cref="ImageLimits"/>, or what a conversion may use of the machine.</summary>
public enum LimitKind
{
    Side,
    Pixels,
    Frames,
    TotalPixels,

    /// <summary>Seconds of processor time.</summary>
    ProcessorTime,

    /// <summary>Bytes of memory.</summary>
    Memory,
}
