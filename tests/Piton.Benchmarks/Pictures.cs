using NetVips;

namespace Piton.Benchmarks;

/// <summary>The pictures that are measured with.</summary>
internal static class Pictures
{
    private static int _count;

    /// <summary>A JPEG of this size at quality 90: a photograph where there is shared test data, else one made in code.</summary>
    public static byte[] Photograph(int width, int height)
    {
        using var picture = Source() is { } path
            ? Image.Thumbnail(path, width, height: height, size: Enums.Size.Force)
            : Clouds(width, height);
        return picture.JpegsaveBuffer(q: 90, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A PNG of this size that is made in code and compresses as a photograph does.</summary>
    public static byte[] Synthetic(int width, int height)
    {
        using var picture = Clouds(width, height);
        return picture.PngsaveBuffer(keep: Enums.ForeignKeep.None);
    }

    /// <summary>The same picture in other bytes, so that it is no duplicate: a comment is put in (ITU-T T.81, B.2.4.5).</summary>
    public static byte[] Another(byte[] jpeg)
    {
        var number = BitConverter.GetBytes(Interlocked.Increment(ref _count));
        return [.. jpeg[..2], 0xff, 0xfe, 0, 6, .. number, .. jpeg[2..]];
    }

    private static string? Source() => Repository.Shared("large_*", "corpus", "zune", "test-images", "jpeg") is [var first, ..] ? first : null;

    private static Image Clouds(int width, int height)
    {
        using var clouds = Image.Perlin(width, height, cellSize: 256, seed: 1) * 90 + 120;
        using var grain = Image.Gaussnoise(width, height, sigma: 6, mean: 0, seed: 2);
        using var grey = clouds + grain;
        using var colour = grey.Bandjoin(clouds, grey);
        using var bytes = colour.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
