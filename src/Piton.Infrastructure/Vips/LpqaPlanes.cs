namespace Piton.Infrastructure.Vips;

/// <summary>The four planes that ThumbHash takes a picture apart into, laid over the average colour where it is transparent.</summary>
/// <param name="Luminance">0 to 1.</param>
/// <param name="YellowBlue">-1 to 1.</param>
/// <param name="RedGreen">-1 to 1.</param>
/// <param name="Alpha">0 to 1.</param>
/// <param name="HasAlpha">Whether anything shows through.</param>
internal sealed record LpqaPlanes(double[] Luminance, double[] YellowBlue, double[] RedGreen, double[] Alpha, bool HasAlpha)
{
    private const int Channels = 4;
    private const double Most = byte.MaxValue;

    public static LpqaPlanes Of(ReadOnlySpan<byte> rgba)
    {
        var count = rgba.Length / Channels;
        var (red, green, blue, coverage) = Average(rgba);
        var planes = new LpqaPlanes(
            new double[count], new double[count], new double[count], new double[count], coverage < count);
        for (var index = 0; index < count; index++)
        {
            var pixel = rgba.Slice(index * Channels, Channels);
            var alpha = pixel[3] / Most;
            var r = Over(red, pixel[0], alpha);
            var g = Over(green, pixel[1], alpha);
            var b = Over(blue, pixel[2], alpha);
            planes.Luminance[index] = (r + g + b) / 3;
            planes.YellowBlue[index] = (r + g) / 2 - b;
            planes.RedGreen[index] = r - g;
            planes.Alpha[index] = alpha;
        }

        return planes;
    }

    private static double Over(double background, byte sample, double alpha) => background * (1 - alpha) + sample / Most * alpha;

    private static (double Red, double Green, double Blue, double Coverage) Average(ReadOnlySpan<byte> rgba)
    {
        double red = 0, green = 0, blue = 0, coverage = 0;
        for (var at = 0; at < rgba.Length; at += Channels)
        {
            var alpha = rgba[at + 3] / Most;
            red += rgba[at] / Most * alpha;
            green += rgba[at + 1] / Most * alpha;
            blue += rgba[at + 2] / Most * alpha;
            coverage += alpha;
        }

        return coverage == 0 ? (0, 0, 0, 0) : (red / coverage, green / coverage, blue / coverage, coverage);
    }
}
