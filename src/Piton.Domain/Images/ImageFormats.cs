namespace Piton.Domain.Images;

/// <summary>What each <see cref="ImageFormat"/> is called in the world outside.</summary>
public static class ImageFormats
{
    /// <summary>Every format that Piton accepts.</summary>
    public static IReadOnlyList<ImageFormat> All { get; } = Enum.GetValues<ImageFormat>();

    /// <summary>The labels of all of them, as a list to read.</summary>
    public static string Accepted { get; } = string.Join(", ", All.Select(Label));

    /// <summary>The media type, as registered with IANA.</summary>
    public static string MediaType(this ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Png => "image/png",
        ImageFormat.Gif => "image/gif",
        ImageFormat.WebP => "image/webp",
        ImageFormat.Avif => "image/avif",
        ImageFormat.Bmp => "image/bmp",
        ImageFormat.Heic => "image/heic",
        ImageFormat.Jxl => "image/jxl",
    };

    /// <summary>The ending of a file name, without the dot.</summary>
    public static string Extension(this ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Png => "png",
        ImageFormat.Gif => "gif",
        ImageFormat.WebP => "webp",
        ImageFormat.Avif => "avif",
        ImageFormat.Bmp => "bmp",
        ImageFormat.Heic => "heic",
        ImageFormat.Jxl => "jxl",
    };

    /// <summary>The format's name in JSON: lower case, no spaces.</summary>
    public static string Name(this ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "jpeg",
        ImageFormat.Png => "png",
        ImageFormat.Gif => "gif",
        ImageFormat.WebP => "webp",
        ImageFormat.Avif => "avif",
        ImageFormat.Bmp => "bmp",
        ImageFormat.Heic => "heic",
        ImageFormat.Jxl => "jxl",
    };

    /// <summary>What people call the format, in whichever language.</summary>
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

    /// <summary>The format with this <see cref="Name"/>, or null.</summary>
    public static ImageFormat? FromName(string? name) =>
        All.Cast<ImageFormat?>().FirstOrDefault(format => format!.Value.Name() == name);
}
