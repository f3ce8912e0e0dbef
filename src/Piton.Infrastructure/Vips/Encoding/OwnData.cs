using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Containers;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>Takes a source's own compressed data, without metadata, where that shows the same picture to the last pixel.</summary>
internal static class OwnData
{
    /// <param name="source">What was decoded.</param>
    /// <param name="decoded">What it gave; stays the caller's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null where the source must be encoded anew.</returns>
    public static byte[]? Of(SourceFile source, FrameStrip decoded, CancellationToken cancellationToken)
    {
        if (!decoded.IsUpright || !IsSrgb(source, cancellationToken))
        {
            return null;
        }

        var bytes = source.ReadAll();
        var own = source.Format switch
        {
            ImageFormat.Jpeg => JpegSegments.WithoutMetadata(bytes),
            ImageFormat.Gif => GifBlocks.WithoutMetadata(bytes),
            ImageFormat.WebP => WebPChunks.WithoutMetadata(bytes),
            _ => null,
        };
        var isKept = own is not null && own.Length <= bytes.Length && !EndsLate(own, source.Format, decoded, cancellationToken)
            && Shows(own, source.Format, decoded, cancellationToken);
        return isKept ? own : null;
    }

    private static bool IsSrgb(SourceFile source, CancellationToken cancellationToken)
    {
        source.Content.Position = 0;
        using var reader = new StreamSource(source.Content, cancellationToken);
        try
        {
            using var image = SourceImage.Open(reader, source.Format);
            return image is not null && SrgbTransform.IsSrgb(image);
        }
        catch (VipsException)
        {
            reader.ThrowIfNotDamage();
            return false;
        }
    }

    /// <summary>Whether there is something behind the coded pixels of a JPEG that no decoder ever reads, a script perhaps.</summary>
    private static bool EndsLate(byte[] own, ImageFormat format, FrameStrip decoded, CancellationToken cancellationToken) =>
        format == ImageFormat.Jpeg && Shows(JpegSegments.WithoutLastByte(own), format, decoded, cancellationToken);

    /// <summary>Whether a file decodes, without a warning, to the same frames, shown for as long and as often.</summary>
    private static bool Shows(byte[] file, ImageFormat format, FrameStrip decoded, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(file);
        using var reader = new StreamSource(stream, cancellationToken);
        try
        {
            using var image = SourceImage.Open(reader, format, Enums.FailOn.Warning);
            return image is not null && SamePicture.Is(image, decoded, cancellationToken);
        }
        catch (VipsException)
        {
            reader.ThrowIfNotDamage();
            return false;
        }
    }
}
