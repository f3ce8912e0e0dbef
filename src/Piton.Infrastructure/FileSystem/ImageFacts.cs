using System.Text;
using System.Text.Json;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The content of <c>image.json</c>: the image and the SHA-256 of its JSON, so that no flipped byte goes unnoticed.</summary>
internal static class ImageFacts
{
    private static ReadOnlySpan<byte> BeforeHash => "{\"sha256\":\""u8;

    private static ReadOnlySpan<byte> BeforeImage => "\",\"image\":"u8;

    private static ReadOnlySpan<byte> AfterImage => "}\n"u8;

    private const int HashLength = 2 * ContentHash.ByteLength;

    public static byte[] Serialize(Image image)
    {
        var json = ImageJson.Serialize(image);
        return [.. BeforeHash, .. HashOf(json), .. BeforeImage, .. json, .. AfterImage];
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote; null where a single byte of it is another.</summary>
    public static Image? TryParse(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(BeforeHash) || !content.EndsWith(AfterImage))
        {
            return null;
        }

        var rest = content[BeforeHash.Length..^AfterImage.Length];
        if (rest.Length < HashLength || !rest[HashLength..].StartsWith(BeforeImage))
        {
            return null;
        }

        var json = rest[(HashLength + BeforeImage.Length)..];
        return rest[..HashLength].SequenceEqual(HashOf(json)) ? TryParseImage(json) : null;
    }

    private static byte[] HashOf(ReadOnlySpan<byte> json) => Encoding.ASCII.GetBytes(ContentHash.Of(json).ToString());

    // The hash is right, so these bytes were written by a Piton that knew more fields than this one.
    private static Image? TryParseImage(ReadOnlySpan<byte> json)
    {
        try
        {
            return ImageJson.Parse(json);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }
}
