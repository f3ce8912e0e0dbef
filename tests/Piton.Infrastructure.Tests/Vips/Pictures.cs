using NetVips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Makes test pictures in code.</summary>
internal static class Pictures
{
    public static readonly double[] Red = [220, 30, 30];
    public static readonly double[] Green = [30, 180, 40];
    public static readonly double[] Blue = [30, 40, 210];
    public static readonly double[] White = [250, 250, 250];

    /// <summary>Four colours: red and green above, blue and white below, so that every turn and mirroring shows.</summary>
    public static VipsImage Quadrants(int width, int height)
    {
        var (halfWidth, halfHeight) = (width / 2, height / 2);
        using var top = Flat(halfWidth, halfHeight, Red).Join(Flat(width - halfWidth, halfHeight, Green), Enums.Direction.Horizontal);
        using var bottom = Flat(halfWidth, height - halfHeight, Blue)
            .Join(Flat(width - halfWidth, height - halfHeight, White), Enums.Direction.Horizontal);
        return top.Join(bottom, Enums.Direction.Vertical);
    }

    public static VipsImage Flat(int width, int height, params double[] colour) =>
        (VipsImage.Black(width, height, bands: colour.Length) + colour)
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: colour.Length < 3 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb);

    /// <summary>Hard to compress, the same for the same seed.</summary>
    public static VipsImage Noise(int width, int height, int seed) =>
        VipsImage.Gaussnoise(width, height, sigma: 50, mean: 128, seed: seed)
            .Bandjoin(VipsImage.Gaussnoise(width, height, sigma: 50, mean: 128, seed: seed + 1))
            .Bandjoin(VipsImage.Gaussnoise(width, height, sigma: 50, mean: 128, seed: seed + 2))
            .Cast(Enums.BandFormat.Uchar)
            .Copy(interpretation: Enums.Interpretation.Srgb);

    /// <summary>Puts frames of one size one above the other, as libvips saves animations.</summary>
    public static VipsImage Animation(VipsImage[] frames, int[] delays, int loop) =>
        VipsImage.Arrayjoin(frames, across: 1).Mutate(image =>
        {
            image.Set(GValue.GIntType, "page-height", frames[0].Height);
            image.Set(GValue.ArrayIntType, "delay", delays);
            image.Set(GValue.GIntType, "loop", loop);
        });

    /// <summary>What a camera that was held askew would store, by the definitions of EXIF 2.32, tag 274.</summary>
    public static VipsImage Stored(VipsImage upright, int orientation)
    {
        using var turned = orientation switch
        {
            1 => upright.Copy(),
            2 => upright.FlipHor(),
            3 => upright.Rot180(),
            4 => upright.FlipVer(),
            5 => upright.Rot90().FlipHor(),
            6 => upright.Rot270(),
            7 => upright.Rot270().FlipHor(),
            8 => upright.Rot90(),
            _ => throw new ArgumentOutOfRangeException(nameof(orientation)),
        };
        return turned.Mutate(image => image.Set(GValue.GIntType, "orientation", orientation));
    }

    /// <summary>The same samples, said to be in the colours of a profile.</summary>
    public static VipsImage Tagged(this VipsImage image, byte[] profile) =>
        image.Mutate(mutable => mutable.Set(GValue.BlobType, "icc-profile-data", profile));

    public static byte[] Encode(this VipsImage image, string format) => format switch
    {
        "jpeg" => image.JpegsaveBuffer(q: 95),
        "png" => image.PngsaveBuffer(),
        "gif" => image.GifsaveBuffer(),
        "webp" => image.WebpsaveBuffer(q: 95),
        "avif" => image.HeifsaveBuffer(q: 90, compression: Enums.ForeignHeifCompression.Av1, effort: 0),
        "bmp" => BitmapFile.Of(image),
        "heic" => OutsideEncoder.Heic(image.PngsaveBuffer(), "-q", "95"),
        "jxl" => OutsideEncoder.Jxl(image.PngsaveBuffer(), "-d", "0.5"),
        "tiff" => image.TiffsaveBuffer(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
