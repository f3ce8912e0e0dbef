using NetVips;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Vips;

/// <summary>Makes the stored files of a decoded picture, each size from the next larger one.</summary>
internal static class RenditionMaker
{
    private const int FullQuality = 85;
    private const int FullEffort = 4;
    private const int SmallQuality = 80;
    private const int SmallEffort = 2;

    /// <param name="decoded">In memory; stays the caller's.</param>
    /// <param name="sourceBytes">The length of what it was decoded from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ConvertedImage Make(FrameStrip decoded, long sourceBytes, CancellationToken cancellationToken)
    {
        var renditions = new List<EncodedRendition> { Encode(decoded, RenditionName.Full, cancellationToken) };
        var smallest = decoded;
        try
        {
            foreach (var name in RenditionName.All.Where(name => name.MaxWidth < decoded.Width))
            {
                var smaller = Shrink(smallest, decoded, name.MaxWidth!.Value, cancellationToken);
                DisposeUnless(decoded, smallest);
                smallest = smaller;
                renditions.Add(Encode(smaller, name, cancellationToken));
            }

            var report = new ConversionReport(
                ConversionVerdict.Converted, ImageFormat.WebP, false, FullQuality, sourceBytes - renditions[0].Content.Length, null);
            return new ConvertedImage(renditions, PlaceholderMaker.Make(smallest), decoded.Count, report);
        }
        finally
        {
            DisposeUnless(decoded, smallest);
        }
    }

    /// <param name="larger">What is resized.</param>
    /// <param name="decoded">The picture at its own size, whose proportions count.</param>
    /// <param name="width">Pixels across, once upright.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private static FrameStrip Shrink(FrameStrip larger, FrameStrip decoded, int width, CancellationToken cancellationToken)
    {
        var height = Math.Max(1, (int)Math.Round((double)decoded.Height * width / decoded.Width, MidpointRounding.AwayFromZero));
        using var resized = larger.Map(frame => larger.IsTransposed
            ? Resizer.Resize(frame, height, width)
            : Resizer.Resize(frame, width, height));
        return new FrameStrip(resized.Evaluate(image => image.CopyMemory(), cancellationToken));
    }

    private static EncodedRendition Encode(FrameStrip frames, RenditionName name, CancellationToken cancellationToken)
    {
        var (quality, effort) = name == RenditionName.Full ? (FullQuality, FullEffort) : (SmallQuality, SmallEffort);
        using var upright = frames.Upright();
        var content = upright.Pixels.Evaluate(
            image => image.WebpsaveBuffer(q: quality, effort: effort, keep: Enums.ForeignKeep.None),
            cancellationToken);
        var facts = new Rendition(name, ImageFormat.WebP, frames.Width, frames.Height, content.Length, ContentHash.Of(content));
        return new EncodedRendition(facts, content);
    }

    private static void DisposeUnless(FrameStrip kept, FrameStrip frames)
    {
        if (frames != kept)
        {
            frames.Dispose();
        }
    }
}
