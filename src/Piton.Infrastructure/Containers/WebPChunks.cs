using System.Buffers.Binary;

namespace Piton.Infrastructure.Containers;

/// <summary>
/// Copies a WebP file (RFC 9649) chunk by chunk and leaves out all that is not the picture: profiles, EXIF, XMP, unknown chunks, and what
/// follows the file. It trusts no length, and refuses what it does not understand.
/// </summary>
internal static class WebPChunks
{
    private const int FileHeaderLength = 12;
    private const int ChunkHeaderLength = 8;
    private const int ExtendedLength = 10;
    private const int AnimationLength = 6;
    private const int FrameHeaderLength = 16;

    // RFC 9649, figure 7. What the other bits of the byte announce is left out, or reserved.
    private const byte AnimationFlag = 0x02;
    private const byte AlphaFlag = 0x10;

    // RFC 9649, figure 9: how a frame is blended and disposed of; the bits above are reserved.
    private const byte FrameFlags = 0x03;

    /// <returns>Null where the bytes are not a WebP file by the book.</returns>
    public static byte[]? WithoutMetadata(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeaderLength || !file.StartsWith("RIFF"u8) || !file[ChunkHeaderLength..FileHeaderLength].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < FileHeaderLength - ChunkHeaderLength || length > file.Length - ChunkHeaderLength)
        {
            return null;
        }

        var body = file[FileHeaderLength..(int)(length + ChunkHeaderLength)];
        var output = new MemoryStream(file.Length);
        output.Write(file[..FileHeaderLength]);
        if (!TryCopy(body, output))
        {
            return null;
        }

        var copy = output.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(4), (uint)(copy.Length - ChunkHeaderLength));
        return copy;
    }

    private static bool TryCopy(ReadOnlySpan<byte> body, MemoryStream output)
    {
        if (!TryTake(ref body, out var name, out var first))
        {
            return false;
        }

        // In the simple layout the one chunk is the file.
        if (IsPixels(name))
        {
            Write(output, name, first);
            return true;
        }

        if (!name.SequenceEqual("VP8X"u8) || first.Length != ExtendedLength)
        {
            return false;
        }

        Span<byte> extended = stackalloc byte[ExtendedLength];
        first.CopyTo(extended);
        extended[0] &= AnimationFlag | AlphaFlag;
        extended[1..4].Clear();
        Write(output, name, extended);
        return (extended[0] & AnimationFlag) == 0 ? TryCopyPixels(body, output) : TryCopyFrames(body, output);
    }

    private static bool TryCopyFrames(ReadOnlySpan<byte> body, MemoryStream output)
    {
        var (hasAnimation, frames) = (false, 0);
        while (!body.IsEmpty)
        {
            if (!TryTake(ref body, out var name, out var payload))
            {
                return false;
            }

            if (name.SequenceEqual("ANIM"u8))
            {
                if (hasAnimation || payload.Length != AnimationLength)
                {
                    return false;
                }

                hasAnimation = true;
                Write(output, name, payload);
            }
            else if (name.SequenceEqual("ANMF"u8))
            {
                if (!hasAnimation || !TryCopyFrame(payload, output))
                {
                    return false;
                }

                frames++;
            }
            else if (IsPixels(name) || name.SequenceEqual("ALPH"u8) || name.SequenceEqual("VP8X"u8))
            {
                return false;
            }
        }

        return frames > 0;
    }

    private static bool TryCopyFrame(ReadOnlySpan<byte> payload, MemoryStream output)
    {
        if (payload.Length < FrameHeaderLength)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[FrameHeaderLength];
        payload[..FrameHeaderLength].CopyTo(header);
        header[^1] &= FrameFlags;
        var frame = new MemoryStream(payload.Length);
        frame.Write(header);
        if (!TryCopyPixels(payload[FrameHeaderLength..], frame))
        {
            return false;
        }

        Write(output, "ANMF"u8, frame.GetBuffer().AsSpan(0, (int)frame.Length));
        return true;
    }

    /// <summary>Copies the one picture that is in a list of chunks, and the alpha before it.</summary>
    private static bool TryCopyPixels(ReadOnlySpan<byte> chunks, MemoryStream output)
    {
        var (hasAlpha, hasPixels) = (false, false);
        while (!chunks.IsEmpty)
        {
            if (!TryTake(ref chunks, out var name, out var payload))
            {
                return false;
            }

            var isAlpha = name.SequenceEqual("ALPH"u8);
            if (isAlpha && (hasAlpha || hasPixels) || IsPixels(name) && hasPixels || IsStructure(name))
            {
                return false;
            }

            if (isAlpha || IsPixels(name))
            {
                hasAlpha |= isAlpha;
                hasPixels |= !isAlpha;
                Write(output, name, payload);
            }
        }

        return hasPixels;
    }

    private static bool IsPixels(ReadOnlySpan<byte> name) => name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8);

    private static bool IsStructure(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("VP8X"u8) || name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8);

    /// <summary>Takes the next chunk off the front, with its padding.</summary>
    private static bool TryTake(ref ReadOnlySpan<byte> chunks, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> payload)
    {
        name = default;
        payload = default;
        if (chunks.Length < ChunkHeaderLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(chunks[4..]);
        if (length > chunks.Length - ChunkHeaderLength)
        {
            return false;
        }

        name = chunks[..4];
        payload = chunks.Slice(ChunkHeaderLength, (int)length);
        var padded = ChunkHeaderLength + (long)length + length % 2;
        if (padded > chunks.Length)
        {
            return false;
        }

        chunks = chunks[(int)padded..];
        return true;
    }

    private static void Write(MemoryStream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> payload)
    {
        Span<byte> length = stackalloc byte[4];
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
