using System.Buffers.Binary;

namespace Piton.Infrastructure.Containers;

/// <summary>
/// Copies a GIF file (CompuServe, GIF89a) block by block and leaves out all that is not the picture: comments, texts, application data but
/// for the loop count, colours that nothing shows, and what follows the end. It trusts no length, and refuses what it does not understand.
/// </summary>
internal static class GifBlocks
{
    private const int HeaderLength = 13;
    private const int FrameLength = 9;
    private const int ControlLength = 4;
    private const int ApplicationLength = 11;
    private const int ColourBytes = 3;
    private const int MaxBlock = 255;
    private const byte Extension = 0x21;
    private const byte Frame = 0x2c;
    private const byte Trailer = 0x3b;
    private const byte Control = 0xf9;
    private const byte Application = 0xff;
    private const byte HasTable = 0x80;
    private const byte TableSize = 0x07;

    /// <returns>Null where the bytes are not a GIF file by the book.</returns>
    public static byte[]? WithoutMetadata(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || !file.StartsWith("GIF87a"u8) && !file.StartsWith("GIF89a"u8))
        {
            return null;
        }

        var output = new MemoryStream(file.Length);
        output.Write("GIF89a"u8);
        output.Write(file[6..HeaderLength]);
        var rest = file[HeaderLength..];
        var tableLength = TableLength(file[10]);
        if (rest.Length < tableLength)
        {
            return null;
        }

        var tableAt = output.Length;
        output.Write(rest[..tableLength]);
        rest = rest[tableLength..];
        var shown = new bool[256];
        if (!TryCopyBlocks(rest, output, shown))
        {
            return null;
        }

        var copy = output.ToArray();
        ClearUnseen(copy.AsSpan((int)tableAt, tableLength), shown);
        return copy;
    }

    private static bool TryCopyBlocks(ReadOnlySpan<byte> rest, MemoryStream output, bool[] shown)
    {
        var (hasLoop, hasFrame) = (false, false);
        byte[] control = [];
        while (!rest.IsEmpty)
        {
            var kind = rest[0];
            rest = rest[1..];
            switch (kind)
            {
                case Trailer:
                    output.WriteByte(Trailer);
                    return hasFrame;
                case Frame:
                    if (!TryCopyFrame(ref rest, control, output, shown))
                    {
                        return false;
                    }

                    control = [];
                    hasFrame = true;
                    break;
                case Extension:
                    if (!TryTakeExtension(ref rest, out var label, out var head, out var next))
                    {
                        return false;
                    }

                    // Each holds for the one thing that follows, be it a picture or a text.
                    control = label == Control && head.Length == ControlLength ? head.ToArray() : label == Application ? control : [];
                    if (label == Application && !hasLoop && IsLoop(head, next))
                    {
                        hasLoop = true;
                        WriteLoop(output, next);
                    }

                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool TryCopyFrame(ref ReadOnlySpan<byte> rest, byte[] control, MemoryStream output, bool[] shown)
    {
        if (rest.Length < FrameLength)
        {
            return false;
        }

        var descriptor = rest[..FrameLength];
        var tableLength = TableLength(descriptor[^1]);
        if (rest.Length < FrameLength + tableLength + 1)
        {
            return false;
        }

        var table = rest.Slice(FrameLength, tableLength).ToArray();
        var codeSize = rest[FrameLength + tableLength];
        rest = rest[(FrameLength + tableLength + 1)..];
        if (!TryTakeBlocks(ref rest, out var codes))
        {
            return false;
        }

        var pixels = (long)BinaryPrimitives.ReadUInt16LittleEndian(descriptor[4..]) * BinaryPrimitives.ReadUInt16LittleEndian(descriptor[6..]);
        var seen = tableLength > 0 ? new bool[256] : shown;
        if (GifCodes.Measure(codes, codeSize, pixels, seen) is not { } needed)
        {
            return false;
        }

        if (tableLength > 0)
        {
            ClearUnseen(table, seen);
        }

        WriteControl(output, control);
        output.WriteByte(Frame);
        output.Write(descriptor);
        output.Write(table);
        output.WriteByte(codeSize);
        WriteBlocks(output, codes.AsSpan(0, needed));
        return true;
    }

    /// <param name="rest">Behind the introducer; left behind the extension.</param>
    /// <param name="label">What it is.</param>
    /// <param name="head">Its first block, empty where there is none.</param>
    /// <param name="next">Its second block, empty where there is none.</param>
    private static bool TryTakeExtension(
        ref ReadOnlySpan<byte> rest, out byte label, out ReadOnlySpan<byte> head, out ReadOnlySpan<byte> next)
    {
        label = 0;
        head = default;
        next = default;
        if (rest.IsEmpty)
        {
            return false;
        }

        label = rest[0];
        rest = rest[1..];
        for (var index = 0; TryTakeBlock(ref rest, out var block); index++)
        {
            if (block.IsEmpty)
            {
                return true;
            }

            head = index == 0 ? block : head;
            next = index == 1 ? block : next;
        }

        return false;
    }

    /// <summary>Takes blocks off the front, up to the empty one that ends them.</summary>
    private static bool TryTakeBlocks(ref ReadOnlySpan<byte> rest, out byte[] joined)
    {
        var data = new MemoryStream();
        while (TryTakeBlock(ref rest, out var block))
        {
            if (block.IsEmpty)
            {
                joined = data.ToArray();
                return true;
            }

            data.Write(block);
        }

        joined = [];
        return false;
    }

    private static bool TryTakeBlock(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> block)
    {
        block = default;
        if (rest.IsEmpty || rest.Length <= rest[0])
        {
            return false;
        }

        block = rest[1..(1 + rest[0])];
        rest = rest[(1 + block.Length)..];
        return true;
    }

    // Netscape's extension, and the same under its other name: 1, then how often it is played again.
    private static bool IsLoop(ReadOnlySpan<byte> head, ReadOnlySpan<byte> next) =>
        head.Length == ApplicationLength
        && (head.SequenceEqual("NETSCAPE2.0"u8) || head.SequenceEqual("ANIMEXTS1.0"u8))
        && next is [1, _, _, ..];

    private static void WriteLoop(MemoryStream output, ReadOnlySpan<byte> next)
    {
        output.Write([Extension, Application, ApplicationLength]);
        output.Write("NETSCAPE2.0"u8);
        output.Write([3, 1, next[1], next[2], 0]);
    }

    private static void WriteControl(MemoryStream output, byte[] control)
    {
        if (control.Length > 0)
        {
            output.Write([Extension, Control, ControlLength]);
            output.Write(control);
            output.WriteByte(0);
        }
    }

    private static void WriteBlocks(MemoryStream output, ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var block = data[..Math.Min(MaxBlock, data.Length)];
            output.WriteByte((byte)block.Length);
            output.Write(block);
            data = data[block.Length..];
        }

        output.WriteByte(0);
    }

    private static int TableLength(byte flags) => (flags & HasTable) == 0 ? 0 : ColourBytes << ((flags & TableSize) + 1);

    private static void ClearUnseen(Span<byte> table, bool[] seen)
    {
        for (var index = 0; index * ColourBytes < table.Length; index++)
        {
            if (!seen[index])
            {
                table.Slice(index * ColourBytes, ColourBytes).Clear();
            }
        }
    }
}
