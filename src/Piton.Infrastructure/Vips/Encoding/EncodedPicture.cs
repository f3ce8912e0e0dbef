namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>A picture as WebP.</summary>
/// <param name="Content">The file.</param>
/// <param name="Quality">What it was encoded with; null where not a pixel was changed.</param>
internal sealed record EncodedPicture(byte[] Content, int? Quality)
{
    public int Bytes => Content.Length;

    public static EncodedPicture Smaller(EncodedPicture one, EncodedPicture other) => other.Bytes < one.Bytes ? other : one;
}
