using System.Buffers;
using System.Text.Json;
using Piton.Domain.Access;

namespace Piton.Infrastructure.Json.Access;

/// <summary>An entry of the audit log as one JSON object, but for its number, which is that of its line.</summary>
internal static class AuditJson
{
    public static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, entry.At.UtcDateTime);
        WriteAccount(writer, entry.Account);
        JsonText.Write(writer, "name"u8, entry.Name);
        WriteAction(writer, entry.Action);
        JsonText.Write(writer, "subject"u8, entry.Subject);
        JsonText.Write(writer, "detail"u8, entry.Detail);
        JsonText.Write(writer, "address"u8, entry.Address);
        writer.WriteEndObject();
    }

    /// <summary>The bytes that every entry of that action has in it.</summary>
    public static byte[] BytesOf(string action) => BytesOf(writer => WriteAction(writer, action));

    /// <summary>The bytes that every entry of that account has in it.</summary>
    public static byte[] BytesOf(AccountId account) => BytesOf(writer => WriteAccount(writer, account));

    /// <summary>Reads what <see cref="Write"/> wrote, in any order; an unknown field is refused, not lost.</summary>
    /// <exception cref="JsonException">It is not JSON, or not an entry.</exception>
    /// <exception cref="FormatException">A value is not one that its field can have.</exception>
    public static AuditEntry Parse(ReadOnlySpan<byte> json, long id)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        DateTimeOffset? at = null;
        AccountId? account = null;
        string? name = null, action = null, subject = null, detail = null, address = null;
        while (reader.NextField())
        {
            switch (reader.TakeFieldName())
            {
                case "at": at = reader.ReadDate(); break;
                case "account": account = reader.ReadAccountIdOrNull(); break;
                case "name": name = JsonText.ReadOrNull(ref reader); break;
                case "action": action = JsonText.Read(ref reader); break;
                case "subject": subject = JsonText.ReadOrNull(ref reader); break;
                case "detail": detail = JsonText.ReadOrNull(ref reader); break;
                case "address": address = JsonText.ReadOrNull(ref reader); break;
                case var other: throw new JsonException($"An entry has no field “{other}”.");
            }
        }

        return new AuditEntry
        {
            Id = id,
            At = at ?? throw new JsonException("The field “at” is missing."),
            Account = account,
            Name = name,
            Action = action ?? throw new JsonException("The field “action” is missing."),
            Subject = subject,
            Detail = detail,
            Address = address,
        };
    }

    private static void WriteAccount(Utf8JsonWriter writer, AccountId? account) => JsonText.Write(writer, "account"u8, account?.ToString());

    private static void WriteAction(Utf8JsonWriter writer, string action) => JsonText.Write(writer, "action"u8, action);

    private static byte[] BytesOf(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.WriterOptions))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }
}
