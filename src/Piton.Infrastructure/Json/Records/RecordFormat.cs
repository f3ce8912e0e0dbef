using System.Buffers;
using System.Text;
using System.Text.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>
/// What the lines of a log of records say: <c>"op":"put","account":{…}</c> for a record as it is from there on, and
/// <c>"op":"remove","id":"…"</c> for one that is no more.
/// </summary>
/// <param name="kind">What the log holds.</param>
/// <param name="noun">What one of them is called; ASCII.</param>
internal abstract class RecordFormat<TKey, TRecord>(LogKind kind, string noun)
    where TRecord : class
{
    private readonly byte[] _putHead = Encoding.ASCII.GetBytes($"\"op\":\"put\",\"{noun}\":");

    public LogKind Kind { get; } = kind;

    private static ReadOnlySpan<byte> RemoveHead => "\"op\":\"remove\",\"id\":\""u8;

    public abstract TKey KeyOf(TRecord record);

    /// <summary>Writes the body of a line.</summary>
    public void WritePut(IBufferWriter<byte> body, TRecord record)
    {
        body.Write(_putHead);
        using var writer = new Utf8JsonWriter(body, JsonText.WriterOptions);
        Write(writer, record);
    }

    /// <inheritdoc cref="WritePut"/>
    public static void WriteRemove(IBufferWriter<byte> body, TKey key)
    {
        body.Write(RemoveHead);
        body.Write(Encoding.ASCII.GetBytes($"{key}\""));
    }

    /// <summary>Reads the body of a line: the record that it puts, or null and the key of the one that it removes.</summary>
    /// <exception cref="JsonException">It is malformed.</exception>
    /// <exception cref="FormatException">It is malformed.</exception>
    public (TKey Key, TRecord? Record) Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(_putHead))
        {
            var reader = new Utf8JsonReader(body[_putHead.Length..]);
            reader.Read();
            var record = Read(ref reader);
            return reader.Read() ? throw new JsonException($"There is something behind the {noun}.") : (KeyOf(record), record);
        }

        if (body.StartsWith(RemoveHead) && body[^1] == '"'
            && TryParseKey(Encoding.ASCII.GetString(body[RemoveHead.Length..^1]), out var key))
        {
            return (key, null);
        }

        throw new FormatException("Neither a put nor a remove.");
    }

    protected abstract bool TryParseKey(string text, out TKey key);

    protected abstract void Write(Utf8JsonWriter writer, TRecord record);

    /// <param name="reader">At the start of the object; to be left at its end.</param>
    protected abstract TRecord Read(ref Utf8JsonReader reader);
}
