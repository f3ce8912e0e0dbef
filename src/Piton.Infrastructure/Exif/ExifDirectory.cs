using System.Buffers.Binary;
using System.Text;

namespace Piton.Infrastructure.Exif;

/// <summary>
/// One directory of an EXIF block (TIFF 6.0, section 2). The bytes are a stranger's: whatever they say, nothing is read outside of
/// them, nothing is followed twice and nothing is thrown.
/// </summary>
internal readonly ref struct ExifDirectory
{
    private const int CountLength = 2;
    private const int EntryLength = 12;
    private const int InlineLength = 4;

    private readonly ReadOnlySpan<byte> _block;
    private readonly ReadOnlySpan<byte> _entries;
    private readonly bool _isBigEndian;

    private ExifDirectory(ReadOnlySpan<byte> block, uint at, bool isBigEndian)
    {
        _block = block;
        _isBigEndian = isBigEndian;
        if (at <= block.Length - CountLength)
        {
            var rest = block[((int)at + CountLength)..];
            _entries = rest[..Math.Min(Word(block[(int)at..]) * EntryLength, rest.Length / EntryLength * EntryLength)];
        }
    }

    /// <summary>The first directory of a block; one without entries where it is no such block.</summary>
    /// <param name="block">With or without the six bytes that stand before it in JPEG.</param>
    public static ExifDirectory Open(ReadOnlySpan<byte> block)
    {
        const int headLength = 8;
        var tiff = block.StartsWith("Exif\0\0"u8) ? block[6..] : block;
        if (tiff.Length < headLength || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return default;
        }

        var isBigEndian = tiff[0] == 'M';
        var first = isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        return new ExifDirectory(tiff, first, isBigEndian);
    }

    /// <summary>The directory that a tag leads to; one without entries where it leads nowhere.</summary>
    public ExifDirectory Directory(ExifTag tag) =>
        Integer(tag) is { } at ? new ExifDirectory(_block, at, _isBigEndian) : default;

    /// <summary>The first of a tag's whole numbers.</summary>
    public uint? Integer(ExifTag tag)
    {
        const ushort words = 3, doubleWords = 4;
        return Find(tag, out var type) switch
        {
            { Length: >= sizeof(ushort) } value when type == words => Word(value),
            { Length: >= sizeof(uint) } value when type == doubleWords => DoubleWord(value),
            _ => null,
        };
    }

    /// <summary>One of a tag's fractions; never infinite, never a NaN.</summary>
    public double? Fraction(ExifTag tag, int index = 0)
    {
        const ushort fractions = 5;
        const int length = 2 * sizeof(uint);
        var value = Find(tag, out var type);
        if (type != fractions || value.Length < (index + 1) * length)
        {
            return null;
        }

        var denominator = DoubleWord(value[(index * length + sizeof(uint))..]);
        return denominator == 0 ? null : (double)DoubleWord(value[(index * length)..]) / denominator;
    }

    /// <summary>A tag's text up to its first NUL, as it is; null where it is empty.</summary>
    public string? Text(ExifTag tag)
    {
        const ushort ascii = 2, utf8 = 129;
        var value = Find(tag, out var type);
        if (type is not (ascii or utf8))
        {
            return null;
        }

        var end = value.IndexOf((byte)0);
        var text = end < 0 ? value : value[..end];
        return text.IsEmpty ? null : Encoding.UTF8.GetString(text);
    }

    private ReadOnlySpan<byte> Find(ExifTag tag, out ushort type)
    {
        for (var entries = _entries; !entries.IsEmpty; entries = entries[EntryLength..])
        {
            if (Word(entries) == (ushort)tag)
            {
                type = Word(entries[2..]);
                return ValueOf(entries[..EntryLength], type);
            }
        }

        type = 0;
        return [];
    }

    private ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> entry, ushort type)
    {
        var length = (ulong)DoubleWord(entry[4..]) * LengthOf(type);
        if (length <= InlineLength)
        {
            return entry.Slice(8, (int)length);
        }

        var at = DoubleWord(entry[8..]);
        return length <= (ulong)_block.Length && at <= (ulong)_block.Length - length ? _block.Slice((int)at, (int)length) : [];
    }

    // Of the kinds that are read here; the others have no length.
    private static ulong LengthOf(ushort type) => type switch
    {
        2 or 129 => 1,
        3 => sizeof(ushort),
        4 => sizeof(uint),
        5 => 2 * sizeof(uint),
        _ => 0,
    };

    private ushort Word(ReadOnlySpan<byte> at) =>
        _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private uint DoubleWord(ReadOnlySpan<byte> at) =>
        _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
