namespace Piton.Infrastructure.Vips;

/// <summary>
/// Encodes a picture as a ThumbHash, the format of Evan Wallace (evanw.github.io/thumbhash): a few cosine terms in 5 to 25 bytes.
/// </summary>
internal static class ThumbHash
{
    /// <summary>The longest side that the format is meant for, in pixels.</summary>
    public const int MaxSide = 100;

    // Bits of each field, from the format: a field of n bits holds 0 to 2^n - 1.
    private const int SixBits = 63;
    private const int FiveBits = 31;
    private const int FourBits = 15;

    private const int ChromaTerms = 3;
    private const int AlphaTerms = 5;

    /// <param name="width">1 to <see cref="MaxSide"/>.</param>
    /// <param name="height">1 to <see cref="MaxSide"/>.</param>
    /// <param name="rgba">Rows of pixels, four bytes each, alpha not multiplied in.</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(width, height), MaxSide);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, width * height * 4);

        var planes = LpqaPlanes.Of(rgba);
        var (termsAcross, termsDown) = LuminanceTerms(width, height, planes.HasAlpha);
        var luminance = CosineTerms.Of(planes.Luminance, width, height, Math.Max(3, termsAcross), Math.Max(3, termsDown));
        var yellowBlue = CosineTerms.Of(planes.YellowBlue, width, height, ChromaTerms, ChromaTerms);
        var redGreen = CosineTerms.Of(planes.RedGreen, width, height, ChromaTerms, ChromaTerms);
        var isLandscape = width > height;

        var head = Quantize(luminance.Constant, SixBits)
            | Quantize((yellowBlue.Constant + 1) / 2, SixBits) << 6
            | Quantize((redGreen.Constant + 1) / 2, SixBits) << 12
            | Quantize(luminance.Scale, FiveBits) << 18
            | (planes.HasAlpha ? 1 : 0) << 23;
        var shape = (isLandscape ? termsDown : termsAcross)
            | Quantize(yellowBlue.Scale, SixBits) << 3
            | Quantize(redGreen.Scale, SixBits) << 9
            | (isLandscape ? 1 : 0) << 15;

        List<byte> hash = [(byte)head, (byte)(head >> 8), (byte)(head >> 16), (byte)shape, (byte)(shape >> 8)];
        IEnumerable<double> varying = [.. luminance.Varying, .. yellowBlue.Varying, .. redGreen.Varying];
        if (planes.HasAlpha)
        {
            var alpha = CosineTerms.Of(planes.Alpha, width, height, AlphaTerms, AlphaTerms);
            hash.Add((byte)(Quantize(alpha.Constant, FourBits) | Quantize(alpha.Scale, FourBits) << 4));
            varying = varying.Concat(alpha.Varying);
        }

        hash.AddRange(varying.Chunk(2).Select(PackPair));
        return [.. hash];
    }

    /// <summary>The longer side gets all the terms, fewer where alpha needs room; the other its share.</summary>
    private static (int Across, int Down) LuminanceTerms(int width, int height, bool hasAlpha)
    {
        var most = hasAlpha ? 5 : 7;
        var longest = Math.Max(width, height);
        return (Share(width), Share(height));

        int Share(int side) => Math.Max(1, Round((double)most * side / longest));
    }

    private static byte PackPair(double[] terms) =>
        (byte)(Quantize(terms[0], FourBits) | (terms.Length > 1 ? Quantize(terms[1], FourBits) << 4 : 0));

    private static int Quantize(double value, int most) => Math.Clamp(Round(value * most), 0, most);

    /// <summary>Halves go up, as in the reference encoder.</summary>
    private static int Round(double value) => (int)Math.Floor(value + 0.5);
}
