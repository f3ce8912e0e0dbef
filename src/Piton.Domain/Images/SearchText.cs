using System.Globalization;
using System.Text;

namespace Piton.Domain.Images;

/// <summary>The form of a name in which search and sorting compare it: without case and without accents.</summary>
public static class SearchText
{
    /// <summary>Lower case, compatibility-decomposed (Unicode NFKD), without combining marks.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }

    // Noncharacters and lone surrogates cannot be normalized; a name may hold them all the same.
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
