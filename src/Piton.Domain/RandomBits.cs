using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Piton.Domain;

/// <summary>What identities are made of: bits that nobody can guess.</summary>
internal static class RandomBits
{
    public static UInt128 Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
