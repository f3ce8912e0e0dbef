using Piton.Domain.Images;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Decides what is stored of a picture at its own size: nothing is lost twice, and nothing becomes larger than it was.</summary>
/// <param name="source">What was decoded.</param>
/// <param name="decoded">What it gave; stays the caller's.</param>
/// <param name="isGraphic">Whether <see cref="GraphicTest"/> found it to be one.</param>
internal sealed class FullPictureMaker(SourceFile source, FrameStrip decoded, bool isGraphic)
{
    private const int Quality = 85;
    private const int Effort = 4;

    private const int LowestQuality = 60;

    private static readonly int[] LowerQualities = [80, 75, 70, 65];

    private readonly WebPEncoder _encoder = new(decoded, isGraphic, Quality, Effort);

    /// <returns>Null where the source is damaged and there is so little of it that nothing fits.</returns>
    public FullPicture? Make(CancellationToken cancellationToken)
    {
        if (source.Format == ImageFormat.WebP && OwnData.Of(source, decoded, cancellationToken) is { } webP)
        {
            return FullPicture.Kept(webP, source.Format, ConversionReason.AlreadyWebp);
        }

        var usual = _encoder.Encode(cancellationToken);
        if (Fits(usual))
        {
            return FullPicture.Converted(usual, null);
        }

        return source.Format is ImageFormat.Jpeg or ImageFormat.Gif && OwnData.Of(source, decoded, cancellationToken) is { } own
            ? FullPicture.Kept(own, source.Format, ConversionReason.WouldGrow)
            : MakeFit(usual, cancellationToken);
    }

    private bool Fits(EncodedPicture picture) => picture.Bytes <= source.Bytes;

    private FullPicture? MakeFit(EncodedPicture usual, CancellationToken cancellationToken)
    {
        if (TryLossless(cancellationToken) is { } lossless)
        {
            if (Fits(lossless))
            {
                return FullPicture.Converted(lossless, null);
            }

            usual = EncodedPicture.Smaller(usual, lossless);
        }

        // The lowest first: where it does not fit, none does.
        var lowest = _encoder.Lossy(LowestQuality, cancellationToken);
        if (Fits(lowest))
        {
            return FullPicture.Converted(HighestThatFits(cancellationToken) ?? lowest, ConversionReason.QualityLowered);
        }

        return source.Format == ImageFormat.Jpeg && ForgivenDamage.IsIn(source, cancellationToken)
            ? null
            : FullPicture.Converted(EncodedPicture.Smaller(usual, lowest), ConversionReason.LargerThanSource);
    }

    // What a lossy encoder made is smaller than any lossless file of it.
    private EncodedPicture? TryLossless(CancellationToken cancellationToken) =>
        source.Format is ImageFormat.Png or ImageFormat.Gif ? _encoder.TryLossless(cancellationToken) : null;

    /// <summary>Finds the highest of the lower qualities that fits, by halving: a lower one gives a smaller file.</summary>
    private EncodedPicture? HighestThatFits(CancellationToken cancellationToken)
    {
        EncodedPicture? fitting = null;
        for (var (from, to) = (0, LowerQualities.Length - 1); from <= to;)
        {
            var middle = (from + to) / 2;
            var tried = _encoder.Lossy(LowerQualities[middle], cancellationToken);
            if (Fits(tried))
            {
                fitting = tried;
                to = middle - 1;
            }
            else
            {
                from = middle + 1;
            }
        }

        return fitting;
    }
}
