using System.Buffers;
using System.Text.Json;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// What the lines of a manifest say, which are sealed like those of a log: <c>"folder":{…}</c> for each folder, and <c>"complete":{…}</c> at
/// the end, with the hash of all lines before.
/// </summary>
internal static class ManifestLine
{
    /// <summary>Stands in the first line.</summary>
    public const string Kind = "manifest";

    private static ReadOnlySpan<byte> FolderHead => "\"folder\":"u8;

    private static ReadOnlySpan<byte> TotalsHead => "\"complete\":"u8;

    /// <summary>Writes the body of a line.</summary>
    public static void Write(IBufferWriter<byte> body, ManifestFolder folder)
    {
        body.Write(FolderHead);
        using var writer = new Utf8JsonWriter(body, JsonText.WriterOptions);
        ManifestJson.Write(writer, folder);
    }

    /// <inheritdoc cref="Write(IBufferWriter{byte}, ManifestFolder)"/>
    public static void Write(IBufferWriter<byte> body, ManifestTotals totals, ContentHash hash)
    {
        body.Write(TotalsHead);
        using var writer = new Utf8JsonWriter(body, JsonText.WriterOptions);
        ManifestJson.Write(writer, totals, hash);
    }

    /// <summary>Whether a line is the last.</summary>
    public static bool IsLast(ReadOnlySpan<byte> body) => body.StartsWith(TotalsHead);

    /// <exception cref="JsonException">It is malformed.</exception>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static ManifestFolder ReadFolder(ReadOnlySpan<byte> body) => body.StartsWith(FolderHead)
        ? ManifestJson.ReadFolder(body[FolderHead.Length..])
        : throw new FormatException("it is neither a folder nor the end");

    /// <param name="body">Of a line that <see cref="IsLast"/>.</param>
    /// <inheritdoc cref="ReadFolder" path="/exception"/>
    public static (ManifestTotals Totals, ContentHash Hash) ReadTotals(ReadOnlySpan<byte> body) => ManifestJson.ReadTotals(body[TotalsHead.Length..]);
}
