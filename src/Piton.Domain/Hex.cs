using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Piton.Domain;

/// <summary>Hexadecimal text in its one accepted spelling: lower case and of full length.</summary>
internal static class Hex
{
    /// <summary>How many digits a number has, each of one character or one byte of UTF-8.</summary>
    public const int Length = 2 * ByteLength;

    private const int ByteLength = 16;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 value)
    {
        value = default;
        Span<byte> utf8 = stackalloc byte[Length];
        return text.Length == Length && Ascii.FromUtf16(text, utf8, out _) == OperationStatus.Done && TryParse(utf8, out value);
    }

    // UInt128 parses and formats itself digit by digit; each line of the catalogue has a dozen of these, and a start reads a million names of folders.
    public static bool TryParse(ReadOnlySpan<byte> utf8, out UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        var isHex = utf8.Length == Length && !utf8.ContainsAnyExcept(Digits) && Convert.FromHexString(utf8, bytes, out _, out _) == OperationStatus.Done;
        value = isHex ? BinaryPrimitives.ReadUInt128BigEndian(bytes) : default;
        return isHex;
    }

    public static string Format(UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return Convert.ToHexStringLower(bytes);
    }
}
