using System.Text.Json;
using System.Text.Json.Serialization;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>Makes room for the bytes whose length a message tells, within bounds; they are to be read in this order behind it.</summary>
internal sealed class ReceivedBytes : JsonConverter<ReadOnlyMemory<byte>>
{
    /// <summary>The most bytes that may stand behind one message: more than the largest animation makes, far less than the server has.</summary>
    public const int Most = 256 << 20;

    private int _left = Most;

    public List<byte[]> Pieces { get; } = [];

    public override ReadOnlyMemory<byte> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var length = reader.GetInt32();
        if (length < 0 || length > _left)
        {
            throw new JsonException($"{length} bytes are more than may follow.");
        }

        _left -= length;
        var piece = GC.AllocateUninitializedArray<byte>(length);
        Pieces.Add(piece);
        return piece;
    }

    public override void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}
