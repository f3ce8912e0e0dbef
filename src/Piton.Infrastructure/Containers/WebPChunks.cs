namespace Piton.Infrastructure.Containers;

/// <summary>
/// Copies a WebP file (RFC 9649) chunk by chunk and leaves out all that is not the picture: profiles, EXIF, XMP, unknown chunks, and what
/// follows the file. It trusts no length, and refuses what it does not understand.
/// </summary>
internal static class WebPChunks
{
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
        if (!Riff.TryOpen(file, "WEBP"u8, out var body))
        {
            return null;
        }

        using var output = Riff.Create("WEBP"u8);
        return TryCopy(body, output) ? Riff.Close(output) : null;
    }

    private static bool TryCopy(ReadOnlySpan<byte> body, MemoryStream output)
    {
        if (!Riff.TryTake(ref body, out var name, out var first))
        {
            return false;
        }

        // In the simple layout the one chunk is the file.
        if (IsPixels(name))
        {
            Riff.Write(output, name, first);
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
        Riff.Write(output, name, extended);
        return (extended[0] & AnimationFlag) == 0 ? TryCopyPixels(body, output) : TryCopyFrames(body, output);
    }

    private static bool TryCopyFrames(ReadOnlySpan<byte> body, MemoryStream output)
    {
        var (hasAnimation, frames) = (false, 0);
        while (!body.IsEmpty)
        {
            if (!Riff.TryTake(ref body, out var name, out var payload))
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
                Riff.Write(output, name, payload);
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

        Riff.Write(output, "ANMF"u8, frame.GetBuffer().AsSpan(0, (int)frame.Length));
        return true;
    }

    /// <summary>Copies the one picture that is in a list of chunks, and the alpha before it.</summary>
    private static bool TryCopyPixels(ReadOnlySpan<byte> chunks, MemoryStream output)
    {
        var (hasAlpha, hasPixels) = (false, false);
        while (!chunks.IsEmpty)
        {
            if (!Riff.TryTake(ref chunks, out var name, out var payload))
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
                Riff.Write(output, name, payload);
            }
        }

        return hasPixels;
    }

    private static bool IsPixels(ReadOnlySpan<byte> name) => name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8);

    private static bool IsStructure(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("VP8X"u8) || name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8);
}
