using NetVips;
using Piton.Domain.Images;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Opens a source with the loader of its format and no other, its pixels not yet decoded.</summary>
internal static class SourceImage
{
    private const string CompressionField = "heif-compression";
    private const string LoaderField = "vips-loader";

    /// <param name="source">The bytes; read on as long as the image is used.</param>
    /// <param name="format">What they must be: one that libvips has a loader for.</param>
    /// <param name="failOn">What is not forgiven; the default of libvips forgives truncated files.</param>
    /// <returns>Null where libvips would open the bytes as another format.</returns>
    /// <exception cref="VipsException">The header is damaged.</exception>
    public static VipsImage? Open(Source source, ImageFormat format, Enums.FailOn failOn = Enums.FailOn.Error)
    {
        // Every frame, one above the other; the other loaders do not know the option.
        var options = format is ImageFormat.Gif or ImageFormat.WebP ? new VOption { { "n", -1 } } : null;

        var image = VipsImage.NewFromSource(source, access: Enums.Access.Sequential, failOn: failOn, kwargs: options);
        if (IsOf(format, image))
        {
            return image;
        }

        image.Dispose();
        return null;
    }

    private static bool IsOf(ImageFormat format, VipsImage image) =>
        (string)image.Get(LoaderField) == LoaderOf(format)
        && (format != ImageFormat.Avif || (string)image.Get(CompressionField) == "av1");

    private static string LoaderOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpegload_source",
        ImageFormat.Png => "pngload_source",
        ImageFormat.Gif => "gifload_source",
        ImageFormat.WebP => "webpload_source",
        ImageFormat.Avif => "heifload_source",
        ImageFormat.Bmp or ImageFormat.Heic or ImageFormat.Jxl => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
