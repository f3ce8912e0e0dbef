using System.Globalization;
using NetVips;
using Piton.Domain.Images;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Makes what stands in for a picture until its bytes arrive.</summary>
internal static class PlaceholderMaker
{
    private const int ColourBands = 3;
    private const int Channels = 4;

    /// <param name="frames">The smallest at hand, for speed; the first of them counts.</param>
    public static Placeholder Make(FrameStrip frames)
    {
        using var upright = frames.FirstUpright();
        using var small = Fit(upright);
        using var rgba = ToRgba(small);
        var pixels = rgba.WriteToMemory<byte>();
        return new Placeholder(AverageColor(pixels), Convert.ToBase64String(ThumbHash.Encode(small.Width, small.Height, pixels)));
    }

    private static VipsImage Fit(VipsImage image)
    {
        var scale = Math.Min(1, (double)ThumbHash.MaxSide / Math.Max(image.Width, image.Height));
        return Resizer.Resize(image, Scaled(image.Width), Scaled(image.Height));

        int Scaled(int side) => Math.Max(1, (int)Math.Round(side * scale));
    }

    private static VipsImage ToRgba(VipsImage image)
    {
        using var srgb = image.Colourspace(Enums.Interpretation.Srgb);
        return srgb.Bands == ColourBands ? srgb.Bandjoin(byte.MaxValue) : srgb.Copy();
    }

    /// <summary>The mean of the sRGB samples, each pixel weighted by how much it covers; black where nothing is seen.</summary>
    private static string AverageColor(ReadOnlySpan<byte> rgba)
    {
        long red = 0, green = 0, blue = 0, weight = 0;
        for (var at = 0; at < rgba.Length; at += Channels)
        {
            int alpha = rgba[at + 3];
            red += rgba[at] * alpha;
            green += rgba[at + 1] * alpha;
            blue += rgba[at + 2] * alpha;
            weight += alpha;
        }

        return string.Create(CultureInfo.InvariantCulture, $"#{Mean(red):x2}{Mean(green):x2}{Mean(blue):x2}");

        long Mean(long sum) => weight == 0 ? 0 : (sum + weight / 2) / weight;
    }
}
