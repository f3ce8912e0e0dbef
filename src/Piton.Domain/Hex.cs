using System.Buffers;
using System.Buffers.Binary;

namespace Piton.Domain;

/// <summary>Hexadecimal text in its one accepted spelling: lower case and of full length.</summary>
internal static class Hex
{
    private const int ByteLength = 16;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool TryParse(string? text, out UInt128 value)
    {
        value = default;
        return text is { Length: 32 } && TryParse(text.AsSpan(), out value);
    }

    /// <param name="text">Exactly 32 characters.</param>
    /// <param name="value">The number they spell.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out UInt128 value)
    {
        // UInt128 parses and formats itself digit by digit; each line of the catalogue has a dozen of these, and a start reads a million names of folders.
        Span<byte> bytes = stackalloc byte[ByteLength];
        var isHex = !text.ContainsAnyExcept(Digits) && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;
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
