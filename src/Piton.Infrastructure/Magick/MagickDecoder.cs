using ImageMagick;
using ImageMagick.Formats;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Magick;

/// <summary>Reads the formats that libvips lacks by ImageMagick, each by its own coder and no other.</summary>
internal static class MagickDecoder
{
    private const int FirstTransposed = 5;

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
            var hasForeignProfile = format == ImageFormat.Jxl && JxlHeader.HasForeignProfile(file.Head(JxlHeader.HeadLength));
            return new MagickPicture(image, hasForeignProfile, exif ?? image.GetProfile("exif")?.ToByteArray());
        }

        image.Dispose();
        return null;
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

    // The first two of the other kinds are faults of this machine, and no picture has a part in them.
    private static bool IsDamage(MagickException exception) => exception switch
    {
        MagickPolicyErrorException or MagickMissingDelegateErrorException => false,
        MagickResourceLimitErrorException => throw new InsufficientMemoryException(exception.Message, exception),
        _ => true,
    };

    private static ImageHeader HeaderOf(MagickImageInfo info, ImageFormat format) => Header(info.Width, info.Height, info.Orientation, format);

    private static ImageHeader HeaderOf(MagickImage image, ImageFormat format) => Header(image.Width, image.Height, image.Orientation, format);

    private static ImageHeader Header(uint storedWidth, uint storedHeight, Orientation orientation, ImageFormat format)
    {
        var (width, height) = ((int)Math.Min(storedWidth, int.MaxValue), (int)Math.Min(storedHeight, int.MaxValue));
        return (int)orientation >= FirstTransposed ? new ImageHeader(format, height, width, 1) : new ImageHeader(format, width, height, 1);
    }
}
