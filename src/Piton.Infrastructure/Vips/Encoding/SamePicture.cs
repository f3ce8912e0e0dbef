using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Compares a file with what was decoded from another, sample by sample, in one pass and without holding it.</summary>
internal static class SamePicture
{
    /// <param name="opened">Not yet decoded; stays the caller's.</param>
    /// <param name="decoded">As <see cref="PixelDecoder"/> gave it; stays the caller's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="VipsException">The file is damaged.</exception>
    public static bool Is(VipsImage opened, FrameStrip decoded, CancellationToken cancellationToken)
    {
        if (!HasSameFrames(opened, decoded))
        {
            return false;
        }

        using var srgb = SrgbTransform.Apply(opened);
        using var pixels = WithBands(srgb, decoded.Pixels.Bands);
        if (pixels is null || pixels.Width != decoded.Pixels.Width || pixels.Height != decoded.Pixels.Height)
        {
            return false;
        }

        using var differs = pixels.NotEqual(decoded.Pixels);
        return differs.Evaluate(image => image.Max(), cancellationToken) == 0;
    }

    private static bool HasSameFrames(VipsImage opened, FrameStrip decoded)
    {
        using var frames = new FrameStrip(opened.Copy());
        return frames.Count == decoded.Count
            && (frames.Count == 1 || frames.Delays.SequenceEqual(decoded.Delays) && frames.Loop == decoded.Loop);
    }

    /// <summary>The picture without the alpha that was found opaque and dropped; null where the samples are of another kind.</summary>
    private static VipsImage? WithBands(VipsImage image, int bands) => (image.Bands, bands) switch
    {
        var (has, wants) when has == wants => image.Copy(),
        var (has, wants) when has == wants + 1 && image.HasAlpha() => image.ExtractBand(0, n: wants),
        _ => null,
    };
}
