using System.Buffers;
using System.Text.Json;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>What the lines of the audit log say: <c>"entry":{…}</c>.</summary>
internal static class AuditLine
{
    public static LogKind Kind { get; } = new(
        "audit",
        "the audit log",
        "Restore the file from a backup, or move it away: Piton then begins a new one, and what was done until now stands in the old file alone.");

    private static ReadOnlySpan<byte> Head => "\"entry\":"u8;

    /// <summary>Writes the body of a line.</summary>
    public static void Write(IBufferWriter<byte> body, AuditEntry entry)
    {
        body.Write(Head);
        using var writer = new Utf8JsonWriter(body, JsonText.WriterOptions);
        AuditJson.Write(writer, entry);
    }

    /// <exception cref="JsonException">It is malformed.</exception>
    /// <exception cref="FormatException">It is malformed.</exception>
    public static AuditEntry Read(LogLine line) => line.Body.StartsWith(Head)
        ? AuditJson.Parse(line.Body[Head.Length..], line.Sequence)
        : throw new FormatException("It is no entry.");
}
