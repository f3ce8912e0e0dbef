namespace Piton.Domain.Images;

/// <summary>How large a picture may be.</summary>
public sealed record ImageLimits
{
    /// <summary>The longest file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 25_000_000;

    /// <summary>The most pixels of one frame.</summary>
    public long MaxPixels { get; init; } = 50_000_000;

    /// <summary>The longest side, in pixels. WebP cannot hold more than 16,383 (RFC 9649, section 2.5).</summary>
    public int MaxSide { get; init; } = 16_383;

    public int MaxFrames { get; init; } = 300;

    /// <summary>The most pixels of all frames together.</summary>
    public long MaxTotalPixels { get; init; } = 100_000_000;

    /// <summary>The first limit that <paramref name="header"/> breaks, or null where it keeps them all.</summary>
    public LimitBreach? Check(ImageHeader header)
    {
        var side = Math.Max(header.Width, header.Height);
        var pixels = (long)header.Width * header.Height;
        return (side, pixels) switch
        {
            _ when side > MaxSide => new LimitBreach(LimitKind.Side, MaxSide, side),
            _ when pixels > MaxPixels => new LimitBreach(LimitKind.Pixels, MaxPixels, pixels),
            _ when header.Frames > MaxFrames => new LimitBreach(LimitKind.Frames, MaxFrames, header.Frames),
            _ when pixels * header.Frames > MaxTotalPixels =>
                new LimitBreach(LimitKind.TotalPixels, MaxTotalPixels, pixels * header.Frames),
            _ => null,
        };
    }
}
