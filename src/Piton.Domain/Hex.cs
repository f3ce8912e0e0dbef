using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;

namespace Piton.Domain;

/// <summary>Hexadecimal text in its one accepted spelling: lower case and of full length.</summary>
internal static class Hex
{
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
        value = default;
        return !text.ContainsAnyExcept(Digits)
            && UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    // UInt128 formats itself digit by digit, and each line of the catalogue has a dozen of these.
    public static string Format(UInt128 value)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return Convert.ToHexStringLower(bytes);
    }
}
