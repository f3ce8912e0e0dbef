using NetVips;

namespace Piton.Web.Tests;

/// <summary>Pictures made in code. Each call makes another one, so that none is a duplicate of another.</summary>
internal static class TestImages
{
    private static int count;

    public static byte[] Jpeg(int width = 640, int height = 480)
    {
        using var picture = Picture(width, height);
        return picture.JpegsaveBuffer(q: 90);
    }

    public static byte[] Png(int width = 64, int height = 48)
    {
        using var picture = Picture(width, height);
        return picture.PngsaveBuffer();
    }

    private static Image Picture(int width, int height)
    {
        var number = Interlocked.Increment(ref count);
        using var noise = Image.Perlin(width, height, cellSize: 64, seed: number);
        using var scaled = noise * 100 + 120;
        using var other = scaled.Flip(Enums.Direction.Horizontal);
        using var joined = scaled.Bandjoin(other, scaled);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
