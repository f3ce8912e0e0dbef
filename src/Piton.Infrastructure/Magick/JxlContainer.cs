using System.Buffers.Binary;
using System.IO.Compression;

namespace Piton.Infrastructure.Magick;

/// <summary>
/// The boxes that a JPEG XL file may be wrapped in (ISO/IEC 18181-2). ImageMagick fails on some files made of JPEGs, and finds no EXIF that
/// is compressed; of the bare codestream it reads all.
/// </summary>
internal static class JxlContainer
{
    private const int ShortHeadLength = 8;
    private const int LongHeadLength = 16;
    private const int TypeLength = 4;

    // A block of EXIF fits into one segment of a JPEG; more than this is none.
    private const int MostExif = 128 * 1024;

    /// <summary>Copies the codestream alone.</summary>
    /// <param name="source">Seekable, positioned at its start.</param>
    /// <param name="codestream">Where to; what is damaged ends early.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The EXIF block, null where there is none.</returns>
    public static byte[]? Unwrap(Stream source, MemoryFile codestream, CancellationToken cancellationToken)
    {
        Span<byte> head = stackalloc byte[LongHeadLength];
        byte[]? exif = null;
        var length = source.Length;
        if (source.ReadAtLeast(head, LongHeadLength, throwOnEndOfStream: false) < LongHeadLength || head[0] == 0xFF)
        {
            source.Position = 0;
            codestream.Append(source, length, cancellationToken);
            return exif;
        }

        long next;
        for (long at = 0; at <= length - ShortHeadLength; at = next)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source.Position = at;
            var read = source.ReadAtLeast(head, LongHeadLength, throwOnEndOfStream: false);
            var (headLength, boxLength) = LengthsOf(head[..read], length - at);
            if (boxLength < headLength)
            {
                break;
            }

            next = at + boxLength;
            source.Position = at + headLength;
            exif = ReadBox(head.Slice(TypeLength, TypeLength), source, boxLength - headLength, codestream, cancellationToken) ?? exif;
        }

        return exif;
    }

    /// <summary>How long the head of a box is, and all of it as far as it is there; a box of no length where it is damaged.</summary>
    private static (int Head, long Box) LengthsOf(ReadOnlySpan<byte> head, long left) => BinaryPrimitives.ReadUInt32BigEndian(head) switch
    {
        0 => (ShortHeadLength, left),
        1 when head.Length == LongHeadLength =>
            (LongHeadLength, (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(head[ShortHeadLength..]), (ulong)left)),
        var length => (ShortHeadLength, Math.Min(length, left)),
    };

    private static byte[]? ReadBox(
        ReadOnlySpan<byte> type, Stream source, long length, MemoryFile codestream, CancellationToken cancellationToken)
    {
        if (type.SequenceEqual("jxlc"u8))
        {
            codestream.Append(source, length, cancellationToken);
        }
        else if (type.SequenceEqual("jxlp"u8) && length > sizeof(uint))
        {
            // Before each part stands its number.
            source.Position += sizeof(uint);
            codestream.Append(source, length - sizeof(uint), cancellationToken);
        }
        else if (type.SequenceEqual("Exif"u8))
        {
            return WithoutOffset(ReadAll(source, length));
        }
        else if (type.SequenceEqual("brob"u8) && ReadAll(source, length) is { } packed && packed.AsSpan().StartsWith("Exif"u8))
        {
            return WithoutOffset(Unpack(packed.AsMemory(TypeLength)));
        }

        return null;
    }

    private static byte[]? ReadAll(Stream source, long length)
    {
        if (length > MostExif)
        {
            return null;
        }

        var content = new byte[length];
        var read = source.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return content[..read];
    }

    // Before the block stands how far behind it begins, which is nothing in all files that there are.
    private static byte[]? WithoutOffset(byte[]? content) => content is { Length: > sizeof(uint) } ? content[sizeof(uint)..] : null;

    private static byte[]? Unpack(ReadOnlyMemory<byte> packed)
    {
        var content = new byte[MostExif];
        return BrotliDecoder.TryDecompress(packed.Span, content, out var length) ? content[..length] : null;
    }
}
