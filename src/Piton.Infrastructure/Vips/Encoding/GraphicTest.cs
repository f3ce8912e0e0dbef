using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>
/// Tells what was drawn from what was photographed, by its pixels. Drawings have few colours, or flat areas with sharp edges: neighbours
/// are the same or far apart. In a photograph, even one of a clear sky, most neighbours that differ do so by a little.
/// </summary>
internal static class GraphicTest
{
    /// <summary>At how many places a picture is looked at, at most; each is two rows, so that neighbours below are seen as well.</summary>
    private const int Places = 32;

    private const int FewColours = 256;
    private const int FewGreys = 64;
    private const double MostlyFlat = 0.5;

    // Measured: of all photographs in the Kodak and CLIC sets and of large JPEGs, the smoothest has 3.3 times; screenshots have 6 and more.
    private const double FlatToNear = 5;

    public static bool IsGraphic(FrameStrip frames)
    {
        var pixels = frames.Pixels;
        var sample = new PixelSample(pixels.Width, pixels.Bands, FewColours);
        if (pixels.Height == 1)
        {
            sample.Add(pixels.WriteToMemory<byte>());
        }
        else
        {
            var stride = pixels.Width * pixels.Bands;
            var (upper, lower) = (EveryFew(pixels, 0), EveryFew(pixels, 1));
            for (var at = 0; at < upper.Length; at += stride)
            {
                sample.Add(upper.AsSpan(at, stride), lower.AsSpan(at, stride));
            }
        }

        return sample.Colours <= (sample.IsGrey ? FewGreys : FewColours)
            || sample.Flat >= MostlyFlat * sample.Pairs && sample.Flat > FlatToNear * sample.Near;
    }

    // In one evaluation: each costs libvips more than these few rows do.
    private static byte[] EveryFew(VipsImage pixels, int first)
    {
        var height = pixels.Height - 1;
        using var cropped = pixels.Crop(0, first, pixels.Width, height);
        using var rows = cropped.Subsample(1, (height + Places - 1) / Places);
        return rows.WriteToMemory<byte>();
    }
}
