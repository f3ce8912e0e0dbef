using NetVips;
using Piton.Infrastructure.Containers;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Encodes a decoded picture as WebP, upright and without metadata.</summary>
/// <param name="frames">In memory; stays the caller's.</param>
/// <param name="isGraphic">Whether <see cref="GraphicTest"/> found it to be one.</param>
/// <param name="quality">The usual quality of a lossy file, 1 to 100.</param>
/// <param name="effort">How hard a lossy file is worked on, 0 to 6.</param>
internal sealed class WebPEncoder(FrameStrip frames, bool isGraphic, int quality, int effort)
{
    // docs/decisions.md: above this a trial takes longer than its gain is worth. All frames together.
    private const long MaxTrialPixels = 16_000_000;

    // Up to here the hardest trial takes a tenth of a second.
    private const long MaxHardTrialPixels = 65_536;

    private const int Probes = 4;

    private const int LosslessQuality = 75;
    private const int LosslessEffort = 4;
    private const int HardQuality = 100;
    private const int HardEffort = 6;

    private readonly bool _isDrawn = isGraphic || frames.Pixels.HasAlpha();

    private long Pixels => (long)frames.Pixels.Width * frames.Pixels.Height;

    /// <summary>Encodes as suits the picture: a photograph once; what was drawn, or has alpha, twice, and the smaller file counts.</summary>
    public EncodedPicture Encode(CancellationToken cancellationToken)
    {
        var lossy = Lossy(quality, cancellationToken);
        return _isDrawn && TryLossless(LosslessQuality, LosslessEffort, cancellationToken) is { } lossless
            ? EncodedPicture.Smaller(lossy, lossless)
            : lossy;
    }

    /// <summary>Encodes at another quality than the usual.</summary>
    public EncodedPicture Lossy(int lossyQuality, CancellationToken cancellationToken) => new(
        Save(image => image.WebpsaveBuffer(q: lossyQuality, effort: effort, smartSubsample: _isDrawn, keep: Enums.ForeignKeep.None), cancellationToken),
        lossyQuality);

    /// <summary>Encodes without changing a sample, trying harder than usual where the picture is small.</summary>
    /// <returns>Null where the picture is too large for it, or there is nothing to gain by it.</returns>
    public EncodedPicture? TryLossless(CancellationToken cancellationToken) => Pixels <= MaxHardTrialPixels
        ? TryLossless(HardQuality, HardEffort, cancellationToken)
        : TryLossless(LosslessQuality, LosslessEffort, cancellationToken);

    private EncodedPicture? TryLossless(int losslessQuality, int losslessEffort, CancellationToken cancellationToken)
    {
        if (Pixels > MaxTrialPixels || !HasChance(cancellationToken))
        {
            return null;
        }

        // Exact: colours under full transparency stay too, so that "lossless" holds for every sample.
        var content = Save(
            image => image.WebpsaveBuffer(q: losslessQuality, effort: losslessEffort, lossless: true, exact: true, keep: Enums.ForeignKeep.None),
            cancellationToken);
        return frames.Count == 1 || IsTrue(content, cancellationToken) ? new EncodedPicture(content, null) : null;
    }

    /// <summary>
    /// Whether lossless has a chance. Of an animation some frames tell, each by itself: the encoder tries those of a noisy one in so many ways
    /// that it takes four seconds a megapixel.
    /// </summary>
    private bool HasChance(CancellationToken cancellationToken)
    {
        if (frames.Count == 1)
        {
            return true;
        }

        long lossless = 0, lossy = 0;
        var probes = Math.Min(Probes, frames.Count);
        for (var probe = 0; probe < probes; probe++)
        {
            using var still = frames.AsStill((int)((long)probe * frames.Count / probes));
            var encoder = new WebPEncoder(still, isGraphic: true, quality, effort);
            lossless += encoder.TryLossless(LosslessQuality, LosslessEffort, cancellationToken)!.Bytes;
            lossy += encoder.Lossy(quality, cancellationToken).Bytes;
        }

        return lossless <= lossy;
    }

    /// <summary>Whether an animation came out as it went in: the encoder puts frames together of parts, which is not left to trust.</summary>
    private bool IsTrue(byte[] content, CancellationToken cancellationToken)
    {
        using var upright = frames.Upright();
        using var opened = VipsImage.NewFromBuffer(content, access: Enums.Access.Sequential, kwargs: new VOption { { "n", -1 } });
        return SamePicture.Is(opened, upright, cancellationToken);
    }

    private byte[] Save(Func<VipsImage, byte[]> save, CancellationToken cancellationToken)
    {
        using var upright = frames.Upright();
        if (frames.Count == 1)
        {
            return upright.Pixels.Evaluate(save, cancellationToken);
        }

        using var even = upright.WithDelays([.. Enumerable.Repeat(WebPAnimation.Beat, frames.Count)]);
        var content = even.Evaluate(save, cancellationToken);
        return WebPAnimation.WithTimes(content, (frames.Width, frames.Height), frames.Delays, frames.Loop, Transparent);
    }

    private static byte[] Transparent(int width, int height)
    {
        using var nothing = VipsImage.Black(width, height, bands: 4);
        using var picture = nothing.Copy(interpretation: Enums.Interpretation.Srgb);
        return picture.WebpsaveBuffer(lossless: true, keep: Enums.ForeignKeep.None);
    }
}
