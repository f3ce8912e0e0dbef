using System.Security.Cryptography;

namespace Piton.Web.Security;

/// <summary>The number, used once, by which a page's own <c>style</c> element is let through the content security policy.</summary>
public static class CspNonce
{
    private static readonly object Key = new();

    /// <summary>128 random bits in base64; the same for the whole request.</summary>
    public static string Nonce(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Key] is string nonce)
        {
            return nonce;
        }

        nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = nonce;
        return nonce;
    }
}
