using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Piton.Domain.Images;

/// <summary>The SHA-256 of a file's bytes (FIPS 180-4), by which content is known.</summary>
/// <remarks>Written as 64 lower-case hexadecimal digits.</remarks>
public readonly record struct ContentHash(UInt128 High, UInt128 Low)
{
    /// <summary>The length of the binary form, in bytes.</summary>
    public const int ByteLength = 32;

    /// <param name="bytes">Exactly <see cref="ByteLength"/> bytes.</param>
    public static ContentHash FromBytes(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, ByteLength);
        return new ContentHash(
            BinaryPrimitives.ReadUInt128BigEndian(bytes),
            BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>The hash of <paramref name="content"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[ByteLength];
        SHA256.HashData(content, hash);
        return FromBytes(hash);
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out ContentHash hash)
    {
        hash = default;
        Span<byte> utf8 = stackalloc byte[2 * Hex.Length];
        return text is { Length: 2 * Hex.Length } && Ascii.FromUtf16(text, utf8, out _) == OperationStatus.Done && TryParse(utf8, out hash);
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8, out ContentHash hash)
    {
        hash = default;
        if (utf8.Length != 2 * Hex.Length || !Hex.TryParse(utf8[..Hex.Length], out var high) || !Hex.TryParse(utf8[Hex.Length..], out var low))
        {
            return false;
        }

        hash = new ContentHash(high, low);
        return true;
    }

    public override string ToString() => Hex.Format(High) + Hex.Format(Low);
}
