using Piton.Domain.Images;
using Piton.Infrastructure.Vips.Encoding;

namespace Piton.Infrastructure.Vips;

/// <summary>Makes the stored files of a decoded picture, each size from the next larger one.</summary>
/// <param name="source">What was decoded.</param>
/// <param name="decoded">In memory; stays the caller's.</param>
internal sealed class RenditionMaker(SourceFile source, FrameStrip decoded)
{
    private const int SmallQuality = 80;
    private const int SmallEffort = 2;

    /// <summary>The most pixels, over all frames, of an animated rendition smaller than the full one: see docs/decisions.md.</summary>
    private const long MaxAnimatedPixels = 50_000_000;

    /// <summary>A rendition of no more bytes is kept even where the full one has fewer: a small picture takes less memory to show.</summary>
    private const int TooSmallToMatter = 4096;

    private readonly bool _isGraphic = GraphicTest.IsGraphic(decoded);
    private readonly List<EncodedRendition> _renditions = [];
    private bool _hasStills;

    /// <returns>Null where the source is damaged, as <see cref="FullPictureMaker"/> says.</returns>
    public ConvertedImage? Make(CancellationToken cancellationToken)
    {
        if (new FullPictureMaker(source, decoded, _isGraphic).Make(cancellationToken) is not { } full)
        {
            return null;
        }

        Add(RenditionName.Full, full.Format, decoded, full.Content);
        var placeholder = MakeSmaller(full.Content.Length, cancellationToken);
        var report = new ConversionReport(
            full.Verdict,
            full.Format,
            full.Quality is null,
            full.Quality,
            source.Bytes - full.Content.Length,
            _hasStills ? ConversionReason.AnimationTooLong : full.Reason);
        return new ConvertedImage(_renditions, placeholder, decoded.Count, report);
    }

    private Placeholder MakeSmaller(int fullBytes, CancellationToken cancellationToken)
    {
        var larger = decoded;
        try
        {
            foreach (var name in RenditionName.All.Where(name => name.MaxWidth < decoded.Width))
            {
                var (width, height) = SizeOf(name);
                if (decoded.Count > 1 && (long)width * height * decoded.Count > MaxAnimatedPixels)
                {
                    using var first = larger.AsStill(0);
                    using var still = Shrink(first, width, height, cancellationToken);
                    Encode(name, still, fullBytes, cancellationToken);
                    _hasStills = true;
                    continue;
                }

                var smaller = Shrink(larger, width, height, cancellationToken);
                DisposeUnlessDecoded(larger);
                larger = smaller;
                Encode(name, smaller, fullBytes, cancellationToken);
            }

            return PlaceholderMaker.Make(larger);
        }
        finally
        {
            DisposeUnlessDecoded(larger);
        }
    }

    /// <summary>The size of a rendition, upright, in the proportions of the picture at its own size.</summary>
    private (int Width, int Height) SizeOf(RenditionName name)
    {
        var width = name.MaxWidth!.Value;
        return (width, Math.Max(1, (int)Math.Round((double)decoded.Height * width / decoded.Width, MidpointRounding.AwayFromZero)));
    }

    private static FrameStrip Shrink(FrameStrip larger, int width, int height, CancellationToken cancellationToken)
    {
        using var resized = larger.Map(frame => larger.IsTransposed
            ? Resizer.Resize(frame, height, width)
            : Resizer.Resize(frame, width, height));
        return new FrameStrip(resized.Evaluate(image => image.CopyMemory(), cancellationToken));
    }

    private void Encode(RenditionName name, FrameStrip frames, int fullBytes, CancellationToken cancellationToken)
    {
        var encoded = new WebPEncoder(frames, _isGraphic, SmallQuality, SmallEffort).Encode(cancellationToken);
        if (encoded.Bytes <= Math.Max(fullBytes, TooSmallToMatter))
        {
            Add(name, ImageFormat.WebP, frames, encoded.Content);
        }
    }

    private void Add(RenditionName name, ImageFormat format, FrameStrip frames, byte[] content) => _renditions.Add(new EncodedRendition(
        new Rendition(name, format, frames.Width, frames.Height, content.Length, ContentHash.Of(content)), content));

    private void DisposeUnlessDecoded(FrameStrip frames)
    {
        if (frames != decoded)
        {
            frames.Dispose();
        }
    }
}
