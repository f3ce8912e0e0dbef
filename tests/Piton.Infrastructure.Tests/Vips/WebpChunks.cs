using System.Buffers.Binary;
using System.Text;

namespace Piton.Infrastructure.Tests.Vips;

/// <summary>Reads the chunks of a WebP file (RFC 9649), independently of any decoder.</summary>
internal static class WebpChunks
{
    private const int ChunkHeaderLength = 8;

    /// <summary>The names of the chunks at the top level, in their order; the file must hold nothing else.</summary>
    public static IReadOnlyList<string> Names(ReadOnlySpan<byte> file)
    {
        Assert.Equal("RIFF", Encoding.ASCII.GetString(file[..4]));
        Assert.Equal(file.Length - ChunkHeaderLength, (int)BinaryPrimitives.ReadUInt32LittleEndian(file[4..]));
        Assert.Equal("WEBP", Encoding.ASCII.GetString(file.Slice(8, 4)));

        var names = new List<string>();
        for (var rest = file[12..]; rest.Length > 0;)
        {
            names.Add(Encoding.ASCII.GetString(rest[..4]));
            var length = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            rest = rest[(ChunkHeaderLength + length + length % 2)..];
        }

        return names;
    }
}
