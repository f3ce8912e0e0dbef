using System.Text.Json;
using System.Text.Json.Serialization;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>Puts the length of bytes into a message, and remembers them to be sent behind it.</summary>
internal sealed class SentBytes : JsonConverter<ReadOnlyMemory<byte>>
{
    public List<ReadOnlyMemory<byte>> Pieces { get; } = [];

    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        writer.WriteNumberValue(value.Length);
        Pieces.Add(value);
    }
}
