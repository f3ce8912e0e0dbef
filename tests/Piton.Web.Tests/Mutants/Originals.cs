using System.Buffers.Binary;
using NetVips;

namespace Piton.Web.Tests.Mutants;

/// <summary>Small pictures in every accepted format and its kinds, made in code; the same at every call.</summary>
internal static class Originals
{
    public static IReadOnlyList<Original> Make()
    {
        using var colour = Colour(48, 36, seed: 1);
        using var wide = Colour(340, 40, seed: 2);
        using var grey = colour[0];
        using var alpha = colour.Bandjoin(grey);
        using var deep = (colour * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        using var cmyk = colour.Colourspace(Enums.Interpretation.Cmyk);
        using var motion = Animation(frames: 3);
        return
        [
            new("JPEG", colour.JpegsaveBuffer(q: 80)),
            new("wide JPEG", wide.JpegsaveBuffer(q: 80)),
            new("progressive JPEG", colour.JpegsaveBuffer(q: 80, interlace: true)),
            new("JPEG with restarts", colour.JpegsaveBuffer(q: 80, restartInterval: 1)),
            new("grey JPEG", grey.JpegsaveBuffer(q: 80)),
            new("CMYK JPEG", cmyk.JpegsaveBuffer(q: 80)),
            new("JPEG with profile and EXIF", Tagged(colour).JpegsaveBuffer(q: 80)),
            new("PNG", colour.PngsaveBuffer()),
            new("wide PNG", wide.PngsaveBuffer()),
            new("PNG with alpha", alpha.PngsaveBuffer()),
            new("PNG with a palette", colour.PngsaveBuffer(palette: true)),
            new("PNG of one bit", grey.PngsaveBuffer(bitdepth: 1)),
            new("deep PNG", deep.PngsaveBuffer(bitdepth: 16)),
            new("interlaced PNG", colour.PngsaveBuffer(interlace: true)),
            new("PNG with profile and EXIF", Tagged(colour).PngsaveBuffer()),
            new("GIF", colour.GifsaveBuffer()),
            new("moving GIF", motion.GifsaveBuffer()),
            new("WebP", colour.WebpsaveBuffer(q: 70)),
            new("lossless WebP", colour.WebpsaveBuffer(lossless: true)),
            new("WebP with alpha", alpha.WebpsaveBuffer(q: 70)),
            new("moving WebP", motion.WebpsaveBuffer(q: 70)),
            new("WebP with profile and EXIF", Tagged(colour).WebpsaveBuffer(q: 70)),
            new("AVIF", colour.HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 0)),
            new("AVIF with alpha", alpha.HeifsaveBuffer(q: 50, compression: Enums.ForeignHeifCompression.Av1, effort: 0)),
            new("BMP", Bitmap(colour)),
        ];
    }

    private static Image Colour(int width, int height, int seed)
    {
        using var noise = Image.Gaussnoise(width, height, mean: 0, sigma: 12, seed: seed);
        using var slopes = Image.Xyz(width, height) * (200.0 / Math.Max(width, height));
        using var bands = slopes.Bandjoin(noise + 90);
        using var samples = (bands + noise).Cast(Enums.BandFormat.Uchar);
        return samples.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Animation(int frames)
    {
        var each = Enumerable.Range(0, frames).Select(frame => Colour(32, 24, seed: 10 + frame)).ToArray();
        using var strip = Image.Arrayjoin(each, across: 1);
        return strip.Mutate(image =>
        {
            image.Set(GValue.GIntType, "page-height", 24);
            image.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(80, frames).ToArray());
        });
    }

    private static Image Tagged(Image image)
    {
        using var transformed = image.IccTransform("p3", inputProfile: "srgb");
        return transformed.Mutate(tags =>
        {
            tags.Set(GValue.GIntType, "orientation", 6);
            tags.Set(GValue.GStrType, "exif-ifd0-ImageDescription", "before any change");
        });
    }

    /// <summary>24 bits a pixel, rows from the bottom up, each padded to four bytes.</summary>
    private static byte[] Bitmap(Image colour)
    {
        const int headers = 54;
        var stride = ((colour.Width * 3) + 3) & ~3;
        var samples = colour.WriteToMemory<byte>();
        var file = new byte[headers + (stride * colour.Height)];
        "BM"u8.CopyTo(file);
        foreach (var (at, value) in new[] { (2, file.Length), (10, headers), (14, 40), (18, colour.Width), (22, colour.Height), (26, 1 | (24 << 16)) })
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        }

        for (var y = 0; y < colour.Height; y++)
        {
            var row = file.AsSpan(headers + ((colour.Height - 1 - y) * stride), colour.Width * 3);
            samples.AsSpan(y * row.Length, row.Length).CopyTo(row);
        }

        return file;
    }
}
