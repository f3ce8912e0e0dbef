using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Piton.Domain.Images;

/// <summary>The SHA-256 of a file's bytes (FIPS 180-4), by which content is known.</summary>
/// <remarks>Written as 64 lower-case hexadecimal digits.</remarks>
public readonly record struct ContentHash(UInt128 High, UInt128 Low)
{
    /// <summary>The length of the binary form, in bytes.</summary>
    public const int ByteLength = 32;

    private const int TextLength = 64;

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
        if (text is not { Length: TextLength }
            || !Hex.TryParse(text.AsSpan(0, TextLength / 2), out var high)
            || !Hex.TryParse(text.AsSpan(TextLength / 2), out var low))
        {
            return false;
        }

        hash = new ContentHash(high, low);
        return true;
    }

    public override string ToString() => Hex.Format(High) + Hex.Format(Low);
}
