using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>What people call each <see cref="ImageFormat"/>.</summary>
public static class FormatLabel
{
    /// <summary>Every accepted format, as a list to read.</summary>
    public static string All { get; } = string.Join(", ", Enum.GetValues<ImageFormat>().Select(Label));

    /// <summary>Every accepted media type, as the <c>accept</c> attribute has it.</summary>
    public static string Accept { get; } = string.Join(',', Enum.GetValues<ImageFormat>().Select(format => format.MediaType()));

    public static string Label(this ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        ImageFormat.Gif => "GIF",
        ImageFormat.WebP => "WebP",
        ImageFormat.Avif => "AVIF",
        ImageFormat.Bmp => "BMP",
        ImageFormat.Heic => "HEIC",
        ImageFormat.Jxl => "JPEG XL",
    };
}
