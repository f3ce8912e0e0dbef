using System.Buffers.Text;
using System.Security.Cryptography;
using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>What opens a session or is an API token: 256 random bits in base64url. Whoever has it is let in, so only its hash is kept.</summary>
public static class SecretKey
{
    private const int Bytes = 32;

    public static string New()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The hash by which a key is found. It needs no salt, since nobody can guess what it is of.</summary>
    public static ContentHash HashOf(string key) => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(key));
}
