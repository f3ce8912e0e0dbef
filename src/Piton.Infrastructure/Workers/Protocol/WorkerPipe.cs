using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>
/// One end of the conversation between server and worker. A message is the length of its JSON in four bytes, lowest first, the JSON, and
/// the bytes that the JSON tells the lengths of.
/// </summary>
/// <param name="input">What the other end says.</param>
/// <param name="output">What this end says.</param>
internal sealed class WorkerPipe(Stream input, Stream output)
{
    /// <summary>The longest JSON of a message, in bytes.</summary>
    public const int LongestMessage = 64 << 10;

    private const int CopyBuffer = 64 << 10;

    private readonly BytesBehind _bytes = new();
    private WorkerJson? _json;

    // Made once a pipe, since making it costs more than a message.
    private WorkerJson Json => _json ??= WorkerJson.With(_bytes);

    /// <exception cref="EndOfStreamException">The other end hung up.</exception>
    public void Write<T>(Func<WorkerJson, JsonTypeInfo<T>> type, T message)
    {
        _bytes.Begin();
        var json = JsonSerializer.SerializeToUtf8Bytes(message, type(Json));
        var head = new byte[sizeof(int) + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(head, json.Length);
        json.CopyTo(head, sizeof(int));
        Send(head);
        foreach (var piece in _bytes.Sent)
        {
            Send(piece.Span);
        }
    }

    /// <returns>Null where the other end has hung up between two messages.</returns>
    /// <exception cref="InvalidDataException">What came is no message of this kind.</exception>
    /// <exception cref="EndOfStreamException">The other end hung up in the midst of one.</exception>
    public T? Read<T>(Func<WorkerJson, JsonTypeInfo<T>> type)
        where T : class
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        var first = input.Read(prefix);
        if (first == 0)
        {
            return null;
        }

        input.ReadExactly(prefix[first..]);
        var length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length is < 1 or > LongestMessage)
        {
            throw new InvalidDataException($"A message of {length} bytes is none.");
        }

        var json = new byte[length];
        input.ReadExactly(json);
        _bytes.Begin();
        var message = Parse(json, type(Json));
        foreach (var piece in _bytes.Expected)
        {
            input.ReadExactly(piece);
        }

        return message;
    }

    /// <summary>Sends what the other end has been told to expect.</summary>
    /// <exception cref="EndOfStreamException">The other end hung up.</exception>
    /// <exception cref="IOException">The source cannot be read.</exception>
    public void WriteSource(Stream source, int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        for (var left = length; left > 0;)
        {
            var count = source.Read(buffer, 0, Math.Min(left, buffer.Length));
            if (count == 0)
            {
                throw new IOException($"The source ends {left} bytes before its end.");
            }

            Send(buffer.AsSpan(0, count));
            left -= count;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    public byte[] ReadSource(int length)
    {
        var source = GC.AllocateUninitializedArray<byte>(length);
        input.ReadExactly(source);
        return source;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            output.Write(bytes);
            output.Flush();
        }
        catch (IOException fault)
        {
            throw new EndOfStreamException("The other end hung up.", fault);
        }
    }

    private static T Parse<T>(byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("The message is null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("The message is no JSON of its kind.", fault);
        }
    }
}
