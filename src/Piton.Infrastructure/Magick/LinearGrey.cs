using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Magick;

/// <summary>Brings greys whose samples count light to the curve of sRGB (IEC 61966-2-1), alpha left alone.</summary>
internal static class LinearGrey
{
    /// <param name="picture">8 bits a sample, one channel of grey, perhaps alpha.</param>
    public static VipsImage ToSrgb(VipsImage picture)
    {
        byte[] curve = [.. Enumerable.Range(0, 256).Select(Encode)];
        using var table = VipsImage.NewFromMemory<byte>(curve, 256, 1, 1, Enums.BandFormat.Uchar);
        using var linear = picture[0];
        using var grey = linear.Maplut(table);
        using var alpha = picture.HasAlpha() ? picture[1] : null;
        using var joined = alpha is null ? grey.Copy() : grey.Bandjoin(alpha);
        return joined.Copy(interpretation: Enums.Interpretation.Bw);
    }

    private static byte Encode(int sample)
    {
        var light = sample / 255.0;
        var encoded = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.Pow(light, 1 / 2.4) - 0.055;
        return (byte)Math.Round(encoded * 255);
    }
}
