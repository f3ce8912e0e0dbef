namespace Piton.Domain.Images;

/// <summary>The picture formats that Piton takes in or serves.</summary>
public enum ImageFormat
{
    Jpeg,
    Png,
    Gif,
    WebP,
    Avif,
    Bmp,
    Heic,
    Jxl,
}
