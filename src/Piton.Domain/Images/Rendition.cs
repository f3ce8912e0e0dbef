namespace Piton.Domain.Images;

/// <summary>One stored file of an image.</summary>
/// <param name="Name">Which of the sizes it is.</param>
/// <param name="Format">How it is encoded.</param>
/// <param name="Width">Pixels across, at least 1.</param>
/// <param name="Height">Pixels down, at least 1.</param>
/// <param name="Bytes">The file's length in bytes.</param>
/// <param name="Hash">The SHA-256 of the file.</param>
public sealed record Rendition(RenditionName Name, ImageFormat Format, int Width, int Height, long Bytes, ContentHash Hash)
{
    /// <summary>The name of the file in the image's own folder; made of fixed words only.</summary>
    public string FileName => $"{Name.Text}.{Format.Extension()}";
}
