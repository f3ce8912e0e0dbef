using System.Buffers;
using System.Text.Json;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json;

/// <summary>An image as one JSON object without line breaks: a line's payload in the catalogue, and <c>image.json</c> beside the files.</summary>
/// <remarks>What the catalogue's index needs comes first, so that a start need not read a line to its end.</remarks>
internal static class ImageJson
{
    public static byte[] Serialize(Image image)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            Write(writer, image);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="JsonException">It is not JSON, or not an image.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static Image Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var image = ImageJsonReader.Read(ref reader);
        return reader.Read() ? throw new JsonException("There is something behind the image.") : image;
    }

    public static void Write(Utf8JsonWriter writer, Image image)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, image.Id.ToString());
        writer.WriteString("createdAt"u8, image.CreatedAt.UtcDateTime);
        JsonOptional.Write(writer, "deletedAt"u8, image.DeletedAt);
        JsonText.Write(writer, "owner"u8, image.Owner?.ToString());
        JsonText.Write(writer, "name"u8, image.Name);
        writer.WriteString("visibility"u8, JsonWord.Of(image.Visibility));
        WriteOldNames(writer, image.OldNames);
        writer.WriteNumber("storedBytes"u8, image.StoredBytes);
        WriteSource(writer, image.Source);
        WriteRenditions(writer, image.Renditions);
        JsonText.Write(writer, "fileName"u8, image.FileName);
        JsonText.Write(writer, "alt"u8, image.Alt);
        writer.WriteNumber("width"u8, image.Width);
        writer.WriteNumber("height"u8, image.Height);
        writer.WriteNumber("frames"u8, image.Frames);
        WritePlaceholder(writer, image.Placeholder);
        WriteConversion(writer, image.Conversion);
        PhotoJson.Write(writer, image.Photo);
        writer.WriteEndObject();
    }

    // Few have any, and the others say nothing of it.
    private static void WriteOldNames(Utf8JsonWriter writer, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("oldNames"u8);
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static void WriteSource(Utf8JsonWriter writer, ImageSource source)
    {
        writer.WriteStartObject("source"u8);
        writer.WriteString("sha256"u8, source.Hash.ToString());
        writer.WriteString("format"u8, source.Format.Name());
        writer.WriteNumber("bytes"u8, source.Bytes);
        writer.WriteBoolean("kept"u8, source.Kept);
        writer.WriteEndObject();
    }

    private static void WriteRenditions(Utf8JsonWriter writer, IReadOnlyList<Rendition> renditions)
    {
        writer.WriteStartArray("renditions"u8);
        foreach (var rendition in renditions)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, rendition.Name.Text);
            writer.WriteNumber("bytes"u8, rendition.Bytes);
            writer.WriteString("format"u8, rendition.Format.Name());
            writer.WriteNumber("width"u8, rendition.Width);
            writer.WriteNumber("height"u8, rendition.Height);
            writer.WriteString("sha256"u8, rendition.Hash.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePlaceholder(Utf8JsonWriter writer, Placeholder placeholder)
    {
        writer.WriteStartObject("placeholder"u8);
        JsonText.Write(writer, "color"u8, placeholder.Color);
        JsonText.Write(writer, "thumbHash"u8, placeholder.ThumbHash);
        writer.WriteEndObject();
    }

    private static void WriteConversion(Utf8JsonWriter writer, ConversionReport report)
    {
        writer.WriteStartObject("conversion"u8);
        writer.WriteString("verdict"u8, JsonWord.Of(report.Verdict));
        writer.WriteString("format"u8, report.Format.Name());
        writer.WriteBoolean("lossless"u8, report.Lossless);
        JsonOptional.Write(writer, "quality"u8, report.Quality);
        writer.WriteNumber("savedBytes"u8, report.SavedBytes);
        JsonText.Write(writer, "reason"u8, report.Reason is { } reason ? JsonWord.Of(reason) : null);
        JsonOptional.Write(writer, "milliseconds"u8, report.Milliseconds);
        JsonText.Write(writer, "decoder"u8, report.Decoder);
        writer.WriteEndObject();
    }
}
