using System.Text.Json;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Backup;

/// <summary>The objects in the lines of a manifest.</summary>
internal static class ManifestJson
{
    public static void Write(Utf8JsonWriter writer, ManifestFolder folder)
    {
        writer.WriteStartObject();
        writer.WriteString("path"u8, folder.Path);
        writer.WriteBoolean("pooled"u8, folder.IsPooled);
        writer.WriteStartArray("files"u8);
        foreach (var file in folder.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("name"u8, file.Name);
            writer.WriteNumber("bytes"u8, file.Bytes);
            writer.WriteString("sha256"u8, file.Hash.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <param name="writer">Where to.</param>
    /// <param name="totals">What the run comes to.</param>
    /// <param name="hash">Of all lines before.</param>
    public static void Write(Utf8JsonWriter writer, ManifestTotals totals, ContentHash hash)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, totals.At.UtcDateTime);
        writer.WriteNumber("images"u8, totals.Images);
        writer.WriteNumber("files"u8, totals.Files);
        writer.WriteNumber("bytes"u8, totals.Bytes);
        writer.WriteString("sha256"u8, hash.ToString());
        writer.WriteEndObject();
    }

    /// <summary>Reads a folder; an unknown field is refused, not lost.</summary>
    /// <exception cref="JsonException">It is malformed.</exception>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static ManifestFolder ReadFolder(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? path = null;
        bool? isPooled = null;
        var files = new List<ManifestFile>();
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "path": path = JsonText.Read(ref reader); break;
                case "pooled": isPooled = reader.ReadBoolean(); break;
                case "files": ReadFiles(ref reader, files); break;
                case var other: throw new JsonException($"A folder has no field “{other}”.");
            }
        }

        var folder = new ManifestFolder(path ?? throw Missing("path"), isPooled ?? throw Missing("pooled"), files);
        return folder.FindFlaw() is { } flaw ? throw new FormatException(flaw) : folder;
    }

    /// <summary>Reads what a run comes to, and the hash of all lines before.</summary>
    /// <inheritdoc cref="ReadFolder" path="/exception"/>
    public static (ManifestTotals Totals, ContentHash Hash) ReadTotals(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        DateTimeOffset? at = null;
        long? images = null, files = null, bytes = null;
        ContentHash? hash = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "at": at = reader.ReadDate(); break;
                case "images": images = reader.ReadInt64(); break;
                case "files": files = reader.ReadInt64(); break;
                case "bytes": bytes = reader.ReadInt64(); break;
                case "sha256": hash = reader.ReadHash(); break;
                case var other: throw new JsonException($"A run has no field “{other}”.");
            }
        }

        var totals = new ManifestTotals(
            at ?? throw Missing("at"), images ?? throw Missing("images"), files ?? throw Missing("files"), bytes ?? throw Missing("bytes"));
        return (totals, hash ?? throw Missing("sha256"));
    }

    private static void ReadFiles(ref Utf8JsonReader reader, List<ManifestFile> files)
    {
        reader.EnterArray();
        while (reader.NextValue())
        {
            files.Add(ReadFile(ref reader));
        }
    }

    private static ManifestFile ReadFile(ref Utf8JsonReader reader)
    {
        string? name = null;
        long? bytes = null;
        ContentHash? hash = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "name": name = JsonText.Read(ref reader); break;
                case "bytes": bytes = reader.ReadInt64(); break;
                case "sha256": hash = reader.ReadHash(); break;
                case var other: throw new JsonException($"A file has no field “{other}”.");
            }
        }

        return new ManifestFile(name ?? throw Missing("name"), bytes ?? throw Missing("bytes"), hash ?? throw Missing("sha256"));
    }

    private static JsonException Missing(string field) => new($"The field “{field}” is missing.");
}
