using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Encodes decoded pictures as WebP, upright and without metadata.</summary>
/// <param name="frames">In memory; stays the caller's.</param>
/// <param name="isGraphic">Whether <see cref="GraphicTest"/> found it to be one.</param>
/// <param name="quality">The usual quality of a lossy file, 1 to 100.</param>
/// <param name="effort">How hard a lossy file is worked on, 0 to 6.</param>
internal sealed class WebPEncoder(FrameStrip frames, bool isGraphic, int quality, int effort)
{
    // docs/decisions.md: above this, a trial takes longer than its gain is worth. All frames together.
    private const long MaxTrialPixels = 16_000_000;

    private const int LosslessQuality = 75;
    private const int LosslessEffort = 4;

    private readonly bool _isDrawn = isGraphic || frames.Pixels.HasAlpha();

    private bool MayBeLossless => (long)frames.Pixels.Width * frames.Pixels.Height <= MaxTrialPixels;

    /// <summary>Encodes as suits the picture. A photograph is encoded once; what is drawn, or has alpha, twice, and the smaller counts.</summary>
    public EncodedPicture Encode(CancellationToken cancellationToken)
    {
        var lossless = _isDrawn ? TryLossless(cancellationToken) : null;
        var lossy = Lossy(quality, cancellationToken);
        return lossless is null ? lossy : EncodedPicture.Smaller(lossy, lossless);
    }

    /// <summary>Encodes at a quality of its own.</summary>
    public EncodedPicture Lossy(int lossyQuality, CancellationToken cancellationToken) => new(
        Save(image => image.WebpsaveBuffer(q: lossyQuality, effort: effort, smartSubsample: _isDrawn, keep: Enums.ForeignKeep.None), cancellationToken),
        lossyQuality);

    /// <summary>Encodes without changing a pixel. Colours under full transparency stay as they are, so that this holds for every sample.</summary>
    /// <returns>Null where the picture is too large for a trial, or where frames cannot be told from one another as before.</returns>
    public EncodedPicture? TryLossless(CancellationToken cancellationToken)
    {
        if (!MayBeLossless)
        {
            return null;
        }

        var content = Save(
            image => image.WebpsaveBuffer(
                q: LosslessQuality, effort: LosslessEffort, lossless: true, exact: true, keep: Enums.ForeignKeep.None),
            cancellationToken);
        return frames.Count == 1 || IsTrue(content, cancellationToken) ? new EncodedPicture(content, null) : null;
    }

    /// <summary>Whether an animation came out as it went in. The frames of one are put together of parts of others, which is not left to trust.</summary>
    private bool IsTrue(byte[] content, CancellationToken cancellationToken)
    {
        using var upright = frames.Upright();
        using var opened = VipsImage.NewFromBuffer(content, access: Enums.Access.Sequential, kwargs: new VOption { { "n", -1 } });
        return SamePicture.Is(opened, upright, cancellationToken);
    }

    private byte[] Save(Func<VipsImage, byte[]> save, CancellationToken cancellationToken)
    {
        using var upright = frames.Upright();
        return upright.Pixels.Evaluate(save, cancellationToken);
    }
}
