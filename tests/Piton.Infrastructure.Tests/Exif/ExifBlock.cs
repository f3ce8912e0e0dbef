using System.Buffers.Binary;
using System.Text;

namespace Piton.Infrastructure.Tests.Exif;

/// <summary>Writes EXIF blocks as cameras do (TIFF 6.0, section 2): the main directory, and behind it those of the photograph and of GPS.</summary>
internal sealed class ExifBlock(bool isBigEndian = false)
{
    private const ushort Ascii = 2;
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Rational = 5;

    private readonly List<(ushort Tag, ushort Type, int Count, byte[] Value)> _main = [];
    private readonly List<(ushort Tag, ushort Type, int Count, byte[] Value)> _photo = [];
    private readonly List<(ushort Tag, ushort Type, int Count, byte[] Value)> _gps = [];

    public ExifBlock Main(ushort tag, string text) => Add(_main, tag, text);

    public ExifBlock Photo(ushort tag, string text) => Add(_photo, tag, text);

    public ExifBlock Photo(ushort tag, ushort number) => Add(_photo, (tag, Short, 1, Word(number)));

    public ExifBlock PhotoLong(ushort tag, uint number) => Add(_photo, (tag, Long, 1, DoubleWord(number)));

    public ExifBlock Photo(ushort tag, uint numerator, uint denominator) =>
        Add(_photo, (tag, Rational, 1, [.. DoubleWord(numerator), .. DoubleWord(denominator)]));

    public ExifBlock Gps(ushort tag, string text) => Add(_gps, tag, text);

    public ExifBlock Gps(ushort tag, params (uint Numerator, uint Denominator)[] values) => Add(
        _gps, (tag, Rational, values.Length, [.. values.SelectMany(value => (byte[])[.. DoubleWord(value.Numerator), .. DoubleWord(value.Denominator)])]));

    public byte[] ToBytes()
    {
        const int headLength = 8;
        var photoAt = headLength + Length(_main) + 2 * 12;
        var gpsAt = photoAt + Length(_photo);
        _main.Add((0x8769, Long, 1, DoubleWord((uint)photoAt)));
        _main.Add((0x8825, Long, 1, DoubleWord((uint)gpsAt)));
        return
        [
            .. isBigEndian ? "MM"u8 : "II"u8, .. Word(42), .. DoubleWord(headLength),
            .. Directory(_main, headLength), .. Directory(_photo, photoAt), .. Directory(_gps, gpsAt),
        ];
    }

    private static int Length(List<(ushort Tag, ushort Type, int Count, byte[] Value)> entries) =>
        2 + entries.Count * 12 + 4 + entries.Sum(entry => entry.Value.Length > 4 ? entry.Value.Length : 0);

    private ExifBlock Add(List<(ushort Tag, ushort Type, int Count, byte[] Value)> directory, ushort tag, string text)
    {
        byte[] value = [.. Encoding.UTF8.GetBytes(text), 0];
        return Add(directory, (tag, Ascii, value.Length, value));
    }

    private ExifBlock Add(
        List<(ushort Tag, ushort Type, int Count, byte[] Value)> directory, (ushort Tag, ushort Type, int Count, byte[] Value) entry)
    {
        directory.Add(entry);
        return this;
    }

    private byte[] Directory(List<(ushort Tag, ushort Type, int Count, byte[] Value)> entries, int at)
    {
        List<byte> table = [.. Word((ushort)entries.Count)];
        List<byte> values = [];
        var valuesAt = at + 2 + entries.Count * 12 + 4;
        foreach (var (tag, type, count, value) in entries)
        {
            table.AddRange([.. Word(tag), .. Word(type), .. DoubleWord((uint)count)]);
            if (value.Length <= 4)
            {
                table.AddRange([.. value, .. new byte[4 - value.Length]]);
            }
            else
            {
                table.AddRange(DoubleWord((uint)(valuesAt + values.Count)));
                values.AddRange(value);
            }
        }

        return [.. table, 0, 0, 0, 0, .. values];
    }

    private byte[] Word(ushort value)
    {
        var bytes = BitConverter.GetBytes(isBigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
        return bytes;
    }

    private byte[] DoubleWord(uint value) => BitConverter.GetBytes(isBigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
}
