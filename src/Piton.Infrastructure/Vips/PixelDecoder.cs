using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Magick;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Decodes a source, once, into memory: 8 bits a sample, grey or sRGB, alpha only where something shows through.</summary>
internal static class PixelDecoder
{
    private const double Opaque = 255;

    /// <param name="stream">Seekable, positioned at its start.</param>
    /// <param name="format">What the header said it is.</param>
    /// <param name="cancellationToken">Ends the decoding.</param>
    /// <returns>Not yet upright; null where the bytes are damaged.</returns>
    public static FrameStrip? Decode(Stream stream, ImageFormat format, CancellationToken cancellationToken) =>
        MagickDecoder.Reads(format)
            ? DecodeByMagick(stream, format, cancellationToken)
            : DecodeByVips(stream, format, cancellationToken);

    private static FrameStrip? DecodeByMagick(Stream stream, ImageFormat format, CancellationToken cancellationToken)
    {
        using var picture = MagickDecoder.Decode(stream, format, cancellationToken);
        return picture is null ? null : ToMemory(picture.Pixels, cancellationToken);
    }

    private static FrameStrip? DecodeByVips(Stream stream, ImageFormat format, CancellationToken cancellationToken)
    {
        using var source = new StreamSource(stream, cancellationToken);
        try
        {
            using var opened = SourceImage.Open(source, format);
            return opened is null ? null : ToMemory(opened, cancellationToken);
        }
        catch (VipsException)
        {
            source.ThrowIfNotDamage();
            return null;
        }
    }

    private static FrameStrip ToMemory(VipsImage opened, CancellationToken cancellationToken)
    {
        using var srgb = SrgbTransform.Apply(opened);
        return new FrameStrip(WithoutOpaqueAlpha(srgb.Evaluate(image => image.CopyMemory(), cancellationToken)));
    }

    private static VipsImage WithoutOpaqueAlpha(VipsImage pixels)
    {
        if (!pixels.HasAlpha())
        {
            return pixels;
        }

        using var alpha = pixels[pixels.Bands - 1];
        if (alpha.Min() < Opaque)
        {
            return pixels;
        }

        using (pixels)
        {
            return pixels.ExtractBand(0, n: pixels.Bands - 1);
        }
    }
}
