using Piton.Domain.Images;

namespace Piton.Infrastructure.Vips.Encoding;

/// <summary>What a picture was decoded from.</summary>
/// <param name="Content">Seekable, at any position.</param>
/// <param name="Format">What the header said it is.</param>
internal sealed record SourceFile(Stream Content, ImageFormat Format)
{
    public long Bytes => Content.Length;

    public byte[] ReadAll()
    {
        Content.Position = 0;
        var bytes = new byte[Bytes];
        Content.ReadExactly(bytes);
        return bytes;
    }
}
