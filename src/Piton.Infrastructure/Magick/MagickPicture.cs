using ImageMagick;
using NetVips;
using Piton.Infrastructure.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Magick;

/// <summary>A picture that ImageMagick has decoded, shown to libvips as if it had been its own.</summary>
internal sealed class MagickPicture : IDisposable
{
    private readonly MagickImage _image;
    private readonly IUnsafePixelCollection<byte> _samples;

    /// <param name="image">Owned from here on.</param>
    /// <param name="isProfileApplied">Whether its samples are not in the colours of its profile any more: grey that counts light, or sRGB.</param>
    /// <param name="exif">Its EXIF block, if it has one.</param>
    public MagickPicture(MagickImage image, bool isProfileApplied, byte[]? exif)
    {
        _image = image;
        var profile = isProfileApplied ? null : image.GetColorProfile()?.ToByteArray();
        if (profile is null && image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray or ColorSpace.CMYK))
        {
            image.ColorSpace = ColorSpace.sRGB;
        }

        _samples = image.GetPixelsUnsafe();
        using var stored = Stored();
        using var picture = stored switch
        {
            { Interpretation: Enums.Interpretation.Srgb } when IsGrey(profile) => ToGrey(stored),
            { Interpretation: Enums.Interpretation.Bw } when isProfileApplied => LinearGrey.ToSrgb(stored),
            _ => stored.Copy(),
        };
        Pixels = picture.Mutate(mutable => AddMetadata(mutable, profile, exif));
    }

    /// <summary>8 bits a sample, not upright, with profile and EXIF. It reads the memory of this object.</summary>
    public VipsImage Pixels { get; }

    public void Dispose()
    {
        Pixels.Dispose();
        _samples.Dispose();
        _image.Dispose();
    }

    private VipsImage Stored()
    {
        var (colours, interpretation) = _image.ColorSpace switch
        {
            ColorSpace.Gray or ColorSpace.LinearGray => (1, Enums.Interpretation.Bw),
            ColorSpace.CMYK => (4, Enums.Interpretation.Cmyk),
            _ => (3, Enums.Interpretation.Srgb),
        };
        var (width, height, channels) = ((int)_image.Width, (int)_image.Height, (int)_image.ChannelCount);
        var length = (ulong)width * (ulong)height * (ulong)channels;
        using var all = VipsImage.NewFromMemory(
            _samples.GetAreaPointer(0, 0, _image.Width, _image.Height), length, width, height, channels, Enums.BandFormat.Uchar);

        // Behind colours and alpha there may be a channel for the places in a palette.
        using var wanted = all.ExtractBand(0, n: colours + (_image.HasAlpha ? 1 : 0));
        return wanted.Copy(interpretation: interpretation);
    }

    // Of grey in JPEG XL, ImageMagick may make three equal channels, for which a profile of one is of no use.
    private static VipsImage ToGrey(VipsImage picture)
    {
        using var grey = picture[0];
        using var alpha = picture.HasAlpha() ? picture[picture.Bands - 1] : null;
        using var joined = alpha is null ? grey.Copy() : grey.Bandjoin(alpha);
        return joined.Copy(interpretation: Enums.Interpretation.Bw);
    }

    /// <summary>Whether a profile is of greys, by the signature of its colour space (ICC.1, 7.2.6).</summary>
    private static bool IsGrey(byte[]? profile) => profile is { Length: >= 20 } && profile.AsSpan(16).StartsWith("GRAY"u8);

    private void AddMetadata(MutableImage picture, byte[]? profile, byte[]? exif)
    {
        if (profile is not null)
        {
            picture.Set(GValue.BlobType, VipsFields.Profile, profile);
        }

        if (exif is not null)
        {
            picture.Set(GValue.BlobType, VipsFields.Exif, exif);
        }

        // Always said, since libvips would otherwise go by EXIF, which tells of turns that are made already.
        picture.Set(GValue.GIntType, VipsFields.Orientation, Math.Max((int)_image.Orientation, (int)Orientation.TopLeft));
    }
}
