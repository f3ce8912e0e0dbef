using NetVips;

namespace Piton.Web.Tests;

/// <summary>Pictures made in code. Each call makes another one, so that none is a duplicate of another.</summary>
internal static class TestImages
{
    private static int _count;

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

    /// <summary>A JPEG with all that a camera writes beside it.</summary>
    public static byte[] Photograph()
    {
        using var picture = Picture(640, 480);
        using var tagged = picture.Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-Make", "Canon");
            image.Set(GValue.GStrType, "exif-ifd0-Model", "Canon EOS R5");
            image.Set(GValue.GStrType, "exif-ifd2-DateTimeOriginal", "2024:05:06 10:11:12");
            image.Set(GValue.GStrType, "exif-ifd2-OffsetTimeOriginal", "+02:00");
            image.Set(GValue.GStrType, "exif-ifd2-LensModel", "RF35mm F1.8");
            image.Set(GValue.GStrType, "exif-ifd2-ExposureTime", "1/250");
            image.Set(GValue.GStrType, "exif-ifd2-FNumber", "28/10");
            image.Set(GValue.GStrType, "exif-ifd2-ISOSpeedRatings", "400");
            image.Set(GValue.GStrType, "exif-ifd2-FocalLength", "35/1");
            image.Set(GValue.GStrType, "exif-ifd2-FocalLengthIn35mmFilm", "52");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "40/1 25/1 0/1");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLongitudeRef", "W");
            image.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", "3/1 42/1 0/1");
        });
        return tagged.JpegsaveBuffer(q: 90);
    }

    public static byte[] WebP(int width = 64, int height = 48)
    {
        using var picture = Picture(width, height);
        return picture.WebpsaveBuffer(q: 70);
    }

    /// <summary>Compressed so far that it would grow as WebP.</summary>
    public static byte[] SmallJpeg(int side = 400)
    {
        using var noise = Noise(side, side, sigma: 30);
        return noise.JpegsaveBuffer(q: 20);
    }

    public static byte[] Gif(int frames, int side)
    {
        using var strip = Noise(side, side * frames, sigma: 20);
        using var paged = strip.Mutate(image => image.Set(GValue.GIntType, "page-height", side));
        return paged.GifsaveBuffer();
    }

    /// <summary>A picture that hardly compresses: about a byte for each pixel.</summary>
    public static byte[] NoisyJpeg(int width, int height)
    {
        using var noise = Noise(width, height, sigma: 60);
        return noise.JpegsaveBuffer(q: 95);
    }

    private static Image Picture(int width, int height)
    {
        using var shade = Image.Xyz(width, height);
        using var slope = shade * (150.0 / Math.Max(width, height)) + 50;
        using var blue = Noise(width, height, sigma: 4);
        using var joined = slope.Bandjoin(blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static Image Noise(int width, int height, double sigma)
    {
        using var noise = Image.Gaussnoise(width, height, mean: 128, sigma: sigma, seed: Interlocked.Increment(ref _count));
        return noise.Cast(Enums.BandFormat.Uchar);
    }
}
