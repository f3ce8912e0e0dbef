using ImageMagick;
using ImageMagick.Formats;
using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Vips;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Magick;

/// <summary>A picture in one of the formats that libvips lacks, decoded by ImageMagick and shown to libvips as if it had been its own.</summary>
internal sealed class MagickPicture : IDisposable
{
    private const int FirstTransposed = 5;

    private readonly MagickImage _image;

    private MagickPicture(MagickImage image, byte[]? exif)
    {
        _image = image;
        Pixels = ShowToVips(image, exif);
    }

    /// <summary>8 bits a sample, not upright, with profile and EXIF as the file has them. It reads the memory of this object.</summary>
    public VipsImage Pixels { get; }

    /// <summary>Whether the format is one of those that ImageMagick reads for Piton.</summary>
    public static bool Reads(ImageFormat format) => CoderOf(format) is not null;

    /// <summary>Reads the header and decodes no pixel.</summary>
    /// <param name="stream">Seekable, positioned at its start.</param>
    /// <param name="format">One for which <see cref="Reads"/> is true.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where the header is damaged.</returns>
    public static ImageHeader? ReadHeader(Stream stream, ImageFormat format, CancellationToken cancellationToken)
    {
        MagickRuntime.Start();
        using var file = new MemoryFile();
        Copy(stream, format, file, cancellationToken);
        return ReadHeader(file, format);
    }

    /// <summary>Decodes the first picture of a source.</summary>
    /// <inheritdoc cref="ReadHeader(Stream, ImageFormat, CancellationToken)" path="/param"/>
    /// <returns>Null where the bytes are damaged.</returns>
    public static MagickPicture? Decode(Stream stream, ImageFormat format, CancellationToken cancellationToken)
    {
        MagickRuntime.Start();
        using var file = new MemoryFile();
        var exif = Copy(stream, format, file, cancellationToken);
        var header = ReadHeader(file, format);
        if (header is null || DecodeFile(file, format, cancellationToken) is not { } image)
        {
            return null;
        }

        // The limits were held against the header, so pixels that it did not speak of are not to pass.
        if (header == HeaderOf(image, format))
        {
            if (format == ImageFormat.Jxl && JxlHeader.HasForeignProfile(file.Head(JxlHeader.HeadLength)))
            {
                image.RemoveProfile("icc");
            }

            return new MagickPicture(image, exif ?? image.GetProfile("exif")?.ToByteArray());
        }

        image.Dispose();
        return null;
    }

    public void Dispose()
    {
        Pixels.Dispose();
        _image.Dispose();
    }

    /// <returns>The EXIF block, where it is not for ImageMagick to find.</returns>
    private static byte[]? Copy(Stream stream, ImageFormat format, MemoryFile file, CancellationToken cancellationToken)
    {
        if (format == ImageFormat.Jxl)
        {
            return JxlContainer.Unwrap(stream, file, cancellationToken);
        }

        file.Append(stream, stream.Length, cancellationToken);
        return null;
    }

    private static ImageHeader? ReadHeader(MemoryFile file, ImageFormat format)
    {
        try
        {
            return HeaderOf(new MagickImageInfo(file.Path, Settings(format)), format);
        }
        catch (MagickException exception) when (IsDamage(exception))
        {
            return null;
        }
    }

    private static MagickImage? DecodeFile(MemoryFile file, ImageFormat format, CancellationToken cancellationToken)
    {
        var image = new MagickImage();
        var isDecoded = false;
        image.Progress += (_, progress) => progress.Cancel = cancellationToken.IsCancellationRequested;
        try
        {
            image.Read(file.Path, Settings(format));
            cancellationToken.ThrowIfCancellationRequested();
            isDecoded = true;
            return image;
        }
        catch (MagickException exception) when (IsDamage(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            if (!isDecoded)
            {
                image.Dispose();
            }
        }
    }

    // An animation is taken for its first frame. Of HEIC and JPEG XL, EXIF does not say how the picture stands; the format itself does.
    private static MagickReadSettings Settings(ImageFormat format) => new(new BmpReadDefines { IgnoreFileSize = true })
    {
        Format = CoderOf(format)!.Value,
        FrameIndex = 0,
        FrameCount = 1,
        SyncImageWithExifProfile = false,
    };

    private static MagickFormat? CoderOf(ImageFormat format) => format switch
    {
        ImageFormat.Bmp => MagickFormat.Bmp,
        ImageFormat.Heic => MagickFormat.Heic,
        ImageFormat.Jxl => MagickFormat.Jxl,
        ImageFormat.Jpeg or ImageFormat.Png or ImageFormat.Gif or ImageFormat.WebP or ImageFormat.Avif => null,
    };

    // Both of the other kinds are faults of this machine, and no picture has a part in them.
    private static bool IsDamage(MagickException exception) =>
        exception is not (MagickPolicyErrorException or MagickMissingDelegateErrorException);

    private static ImageHeader HeaderOf(MagickImageInfo info, ImageFormat format) => Header(info.Width, info.Height, info.Orientation, format);

    private static ImageHeader HeaderOf(MagickImage image, ImageFormat format) => Header(image.Width, image.Height, image.Orientation, format);

    private static ImageHeader Header(uint storedWidth, uint storedHeight, Orientation orientation, ImageFormat format)
    {
        var (width, height) = ((int)Math.Min(storedWidth, int.MaxValue), (int)Math.Min(storedHeight, int.MaxValue));
        return (int)orientation >= FirstTransposed ? new ImageHeader(format, height, width, 1) : new ImageHeader(format, width, height, 1);
    }

    private static VipsImage ShowToVips(MagickImage image, byte[]? exif)
    {
        var profile = image.GetColorProfile()?.ToByteArray();
        if (profile is null && image.ColorSpace is not (ColorSpace.sRGB or ColorSpace.Gray or ColorSpace.CMYK))
        {
            image.ColorSpace = ColorSpace.sRGB;
        }

        var (colours, interpretation) = image.ColorSpace switch
        {
            ColorSpace.Gray or ColorSpace.LinearGray => (1, Enums.Interpretation.Bw),
            ColorSpace.CMYK => (4, Enums.Interpretation.Cmyk),
            _ => (3, Enums.Interpretation.Srgb),
        };

        // Behind colours and alpha there may be a channel of its own for the places in a palette.
        using var pixels = image.GetPixelsUnsafe();
        var (width, height, channels) = ((int)image.Width, (int)image.Height, (int)image.ChannelCount);
        using var all = VipsImage.NewFromMemory(
            pixels.GetAreaPointer(0, 0, image.Width, image.Height),
            (ulong)width * (ulong)height * (ulong)channels, width, height, channels, Enums.BandFormat.Uchar);
        using var wanted = all.ExtractBand(0, n: colours + (image.HasAlpha ? 1 : 0));
        using var picture = wanted.Copy(interpretation: interpretation);
        using var shown = IsGrey(profile) && colours > 1 ? ToGrey(picture) : picture.Copy();
        return shown.Mutate(mutable => AddMetadata(mutable, profile, exif, image.Orientation));
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

    private static void AddMetadata(MutableImage picture, byte[]? profile, byte[]? exif, Orientation orientation)
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
        picture.Set(GValue.GIntType, VipsFields.Orientation, Math.Max((int)orientation, (int)Orientation.TopLeft));
    }
}
