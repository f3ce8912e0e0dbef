using System.Globalization;
using System.Text;

namespace Piton.Domain.Access;

/// <summary>The rules of e-mail addresses, by which people sign in. Only a letter that arrives proves one, so little is asked of its shape.</summary>
public static class EmailAddress
{
    /// <summary>The most UTF-16 code units in an address (RFC 5321, section 4.5.3.1.3, without the angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>What is wrong with <paramref name="text"/>, or null where nothing is. White space around an address is wrong, too.</summary>
    public static EmailFlaw? Check(string? text) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => EmailFlaw.Blank,
        { Length: > MaxLength } => EmailFlaw.TooLong,
        _ when !IsAddress(text) => EmailFlaw.NotAnAddress,
        _ => null,
    };

    /// <summary>The key by which two addresses are the same: without white space around it, in lower case, composed (Unicode NFC).</summary>
    /// <param name="text">Whatever somebody typed; it need not be an address.</param>
    public static string Fold(string text)
    {
        var lower = text.Trim().ToLowerInvariant();
        try
        {
            return lower.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Noncharacters and lone surrogates cannot be normalized.
            return lower;
        }
    }

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.EnumerateRunes().Any(IsForbidden);
    }

    // What cannot be seen would let two addresses look the same. Lone surrogates come as U+FFFD.
    private static bool IsForbidden(Rune letter) =>
        Rune.IsWhiteSpace(letter)
        || letter == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
