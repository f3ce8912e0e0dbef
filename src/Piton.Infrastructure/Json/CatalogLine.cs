using System.Buffers;
using System.Text;
using System.Text.Json;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// What the lines of the catalogue say: <c>"op":"put","image":{…}</c> for an image as it is from there on, and
/// <c>"op":"remove","id":"…"</c> for one that is no more.
/// </summary>
internal static class CatalogLine
{
    public static LogKind Kind { get; } = new(
        "images",
        "the catalogue",
        "Restore the file from a backup if there is one. Then, with or without one, run “piton verify --repair”: "
        + "it takes in every picture that the file does not know, from the image.json beside it, as a private one.");

    private static ReadOnlySpan<byte> PutHead => "\"op\":\"put\",\"image\":"u8;

    private static ReadOnlySpan<byte> RemoveHead => "\"op\":\"remove\",\"id\":\""u8;

    /// <summary>Writes the body of a line.</summary>
    public static void WritePut(IBufferWriter<byte> body, Image image)
    {
        body.Write(PutHead);
        using var writer = new Utf8JsonWriter(body, JsonText.WriterOptions);
        ImageJson.Write(writer, image);
    }

    /// <inheritdoc cref="WritePut"/>
    public static void WriteRemove(IBufferWriter<byte> body, ImageId id)
    {
        body.Write(RemoveHead);
        body.Write(Encoding.ASCII.GetBytes(id.ToString()));
        body.Write("\""u8);
    }

    /// <summary>The image that a body puts; null where it removes one.</summary>
    /// <exception cref="JsonException">It is malformed.</exception>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static Image? ReadImage(ReadOnlySpan<byte> body) =>
        body.StartsWith(PutHead) ? ImageJson.Parse(body[PutHead.Length..]) : null;

    /// <summary>As <see cref="ReadImage"/>, but only what the index needs.</summary>
    /// <inheritdoc cref="ReadImage" path="/exception"/>
    public static IndexFields? ReadFields(ReadOnlySpan<byte> body) =>
        body.StartsWith(PutHead) ? IndexFieldsReader.Read(body[PutHead.Length..]) : null;

    /// <summary>The image that a body removes.</summary>
    /// <exception cref="FormatException">It does not remove one.</exception>
    public static ImageId ReadRemoved(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(RemoveHead)
            && body[^1] == '"'
            && ImageId.TryParse(body[RemoveHead.Length..^1], out var id))
        {
            return id;
        }

        throw new FormatException("Neither a put nor a remove.");
    }
}
