using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>Messages over a stream, a line of JSON each. One thread reads and one writes.</summary>
/// <param name="stream">Read and written; its owner closes it.</param>
/// <param name="maxBytes">The most bytes of a message that is read.</param>
internal sealed class Wire(Stream stream, int maxBytes)
{
    /// <summary>What a server reads: command lines are short, and so is a line of standard input.</summary>
    public const int MaxRequestBytes = 256 * 1024;

    /// <summary>What a caller reads: a table of all accounts is one message.</summary>
    public const int MaxAnswerBytes = 64 * 1024 * 1024;

    private const byte End = (byte)'\n';

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 8,
    };

    private byte[] _buffer = new byte[4096];
    private int _filled;

    /// <returns>The next message; null where the other end has closed.</returns>
    /// <exception cref="InvalidDataException">It is not a message, or too long.</exception>
    /// <exception cref="IOException">The other end is gone.</exception>
    public async Task<WireMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        var looked = 0;
        while (true)
        {
            if (_buffer.AsSpan(looked, _filled - looked).IndexOf(End) is >= 0 and var at)
            {
                return Take(looked + at);
            }

            looked = _filled;
            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellationToken);
            if (read == 0)
            {
                return _filled == 0 ? null : throw new InvalidDataException("A message ends early.");
            }

            _filled += read;
        }
    }

    /// <exception cref="IOException">The other end is gone.</exception>
    public async Task WriteAsync(WireMessage message, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line))
        {
            JsonSerializer.Serialize(writer, message, Json);
        }

        line.Write([End]);
        await stream.WriteAsync(line.WrittenMemory, cancellationToken);
    }

    private void MakeRoom()
    {
        if (_filled < _buffer.Length)
        {
            return;
        }

        if (_filled >= maxBytes)
        {
            throw new InvalidDataException($"A message has more than {maxBytes} bytes.");
        }

        Array.Resize(ref _buffer, Math.Min(maxBytes, 2 * _buffer.Length));
    }

    private WireMessage Take(int length)
    {
        try
        {
            return JsonSerializer.Deserialize<WireMessage>(_buffer.AsSpan(0, length), Json) ?? throw new InvalidDataException("A message is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"A message cannot be read: {e.Message}", e);
        }
        finally
        {
            _filled -= length + 1;
            _buffer.AsSpan(length + 1, _filled).CopyTo(_buffer);
        }
    }
}
