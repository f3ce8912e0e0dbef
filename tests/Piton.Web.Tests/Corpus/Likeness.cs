using ImageMagick;
using ImageMagick.Formats;
using NetVips;
using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>Whether a picture that was stored looks like its source, by the pixels of both.</summary>
internal static class Likeness
{
    private const double Opaque = 255;

    /// <summary>Compares all frames, upright, in sRGB; what nobody sees through alpha does not count.</summary>
    /// <returns>The mean difference of the samples, of 255. Infinite where the sizes differ.</returns>
    public static double Difference(byte[] source, byte[] stored)
    {
        using var expected = Seen(OpenSource(source));
        using var actual = Seen(StoredPicture.Decode(stored));
        if ((expected.Width, expected.Height) != (actual.Width, actual.Height))
        {
            return double.PositiveInfinity;
        }

        using var difference = (expected - actual).Abs();
        return difference.Avg();
    }

    private static Image OpenSource(byte[] source)
    {
        if (source.AsSpan().StartsWith("BM"u8))
        {
            // Some say another length than they have.
            using var bitmap = new MagickImage(source, new MagickReadSettings(new BmpReadDefines { IgnoreFileSize = true }) { Format = MagickFormat.Bmp });
            return Image.NewFromBuffer(bitmap.ToByteArray(MagickFormat.Png));
        }

        return Image.NewFromBuffer(source, kwargs: StoredPicture.AllFramesOf(source));
    }

    /// <param name="image">It is disposed of.</param>
    private static Image Seen(Image image)
    {
        using (image)
        {
            using var upright = StoredPicture.FrameHeight(image) == image.Height ? image.Autorot() : image.Copy();
            using var srgb = upright.Contains("icc-profile-data") || upright.Interpretation == Enums.Interpretation.Cmyk
                ? upright.IccTransform("srgb", embedded: true, inputProfile: "cmyk")
                : upright.Colourspace(Enums.Interpretation.Srgb);
            using var colour = srgb.Colourspace(Enums.Interpretation.Srgb);
            using var withAlpha = colour.HasAlpha() ? colour.Copy() : colour.Bandjoin(Opaque);
            return withAlpha.Premultiply().CopyMemory();
        }
    }
}
