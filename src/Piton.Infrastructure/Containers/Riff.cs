using System.Buffers.Binary;

namespace Piton.Infrastructure.Containers;

/// <summary>Reads and writes files of chunks, as WebP's are (RFC 9649, section 2.3). It trusts no length.</summary>
internal static class Riff
{
    private const int NameLength = 4;
    private const int ChunkHeaderLength = 8;
    private const int FileHeaderLength = ChunkHeaderLength + NameLength;

    /// <param name="file">May go on behind the end that its header says.</param>
    /// <param name="form">Of what kind it must be.</param>
    /// <param name="chunks">What is in it.</param>
    public static bool TryOpen(ReadOnlySpan<byte> file, ReadOnlySpan<byte> form, out ReadOnlySpan<byte> chunks)
    {
        chunks = default;
        if (file.Length < FileHeaderLength || !file.StartsWith("RIFF"u8) || !file[ChunkHeaderLength..FileHeaderLength].SequenceEqual(form))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[NameLength..]);
        if (length < NameLength || length > file.Length - ChunkHeaderLength)
        {
            return false;
        }

        chunks = file[FileHeaderLength..(int)(length + ChunkHeaderLength)];
        return true;
    }

    /// <summary>Takes the next chunk off the front, with its padding; false where there is no whole one.</summary>
    public static bool TryTake(ref ReadOnlySpan<byte> chunks, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> payload)
    {
        name = default;
        payload = default;
        if (chunks.Length < ChunkHeaderLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[NameLength..]);
        var padded = ChunkHeaderLength + (long)length + length % 2;
        if (padded > chunks.Length)
        {
            return false;
        }

        name = chunks[..NameLength];
        payload = chunks.Slice(ChunkHeaderLength, (int)length);
        chunks = chunks[(int)padded..];
        return true;
    }

    /// <summary>Begins a file; <see cref="Close"/> ends it.</summary>
    public static MemoryStream Create(ReadOnlySpan<byte> form)
    {
        var output = new MemoryStream();
        output.Write("RIFF\0\0\0\0"u8);
        output.Write(form);
        return output;
    }

    public static byte[] Close(MemoryStream output)
    {
        var file = output.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(NameLength), file.Length - ChunkHeaderLength);
        return file;
    }

    public static void Write(MemoryStream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> payload)
    {
        Span<byte> length = stackalloc byte[NameLength];
        BinaryPrimitives.WriteInt32LittleEndian(length, payload.Length);
        output.Write(name);
        output.Write(length);
        output.Write(payload);
        if (payload.Length % 2 == 1)
        {
            output.WriteByte(0);
        }
    }
}
