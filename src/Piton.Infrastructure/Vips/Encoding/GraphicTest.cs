namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>
/// Tells what was drawn from what was photographed, by its pixels. Drawings have few colours, or flat areas with sharp edges: neighbours
/// are the same or far apart. In a photograph, even one of a clear sky, most neighbours that differ do so by a little.
/// </summary>
internal static class GraphicTest
{
    /// <summary>How many places a picture is looked at; each is two rows, so that neighbours below are seen as well.</summary>
    private const int Places = 32;
    private const int RowsAtOnce = 2;

    private const int FewColours = 256;
    private const int FewGreys = 64;
    private const double MostlyFlat = 0.5;

    // Measured: of all photographs in the Kodak and CLIC sets and of large JPEGs, the smoothest has 3.3 times; screenshots have 6 and more.
    private const double FlatToNear = 5;

    public static bool IsGraphic(FrameStrip frames)
    {
        var pixels = frames.Pixels;
        var sample = new PixelSample(pixels.Width, pixels.Bands, FewColours);
        var height = Math.Min(RowsAtOnce, pixels.Height);
        var places = Math.Clamp(pixels.Height / RowsAtOnce, 1, Places);
        for (var place = 0; place < places; place++)
        {
            using var rows = pixels.Crop(0, (int)((long)place * (pixels.Height - height) / places), pixels.Width, height);
            sample.Add(rows.WriteToMemory<byte>());
        }

        return sample.Colours <= (sample.IsGrey ? FewGreys : FewColours)
            || sample.Flat >= MostlyFlat * sample.Pairs && sample.Flat > FlatToNear * sample.Near;
    }
}
