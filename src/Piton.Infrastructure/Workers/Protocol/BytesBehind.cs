using System.Text.Json;
using System.Text.Json.Serialization;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>
/// Puts the length of bytes into a message in their place, and has them stand behind it, in the same order. Made for one end of one pipe,
/// which speaks one message at a time.
/// </summary>
internal sealed class BytesBehind : JsonConverter<ReadOnlyMemory<byte>>
{
    /// <summary>The most bytes that may stand behind one message: more than the largest animation makes, far less than the server has.</summary>
    public const int Most = 256 << 20;

    private int _left;

    /// <summary>What is to be sent behind the message that was written.</summary>
    public List<ReadOnlyMemory<byte>> Sent { get; } = [];

    /// <summary>The room for what stands behind the message that was read.</summary>
    public List<byte[]> Expected { get; } = [];

    /// <summary>To be called before each message.</summary>
    public void Begin()
    {
        _left = Most;
        Sent.Clear();
        Expected.Clear();
    }

    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var length = reader.GetInt32();
        if (length < 0 || length > _left)
        {
            throw new JsonException($"{length} bytes are more than may follow.");
        }

        _left -= length;
        var room = GC.AllocateUninitializedArray<byte>(length);
        Expected.Add(room);
        return room;
    }

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options)
    {
        writer.WriteNumberValue(value.Length);
        Sent.Add(value);
    }
}
