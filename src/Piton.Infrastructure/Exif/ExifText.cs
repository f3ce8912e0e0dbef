using System.Globalization;
using System.Text;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Exif;

/// <summary>Makes a stranger's text fit to be shown.</summary>
internal static class ExifText
{
    /// <returns>On one line, not longer than <see cref="PhotoFacts.MaxTextLength"/>, of visible characters; null where nothing is left.</returns>
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                AppendSpace(clean);
            }
            else if (IsVisible(rune) && clean.Length + rune.Utf16SequenceLength <= PhotoFacts.MaxTextLength)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim() is { Length: > 0 } left ? left : null;
    }

    private static void AppendSpace(StringBuilder clean)
    {
        if (clean.Length is > 0 and < PhotoFacts.MaxTextLength && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }

    // What turns the direction of the text around is of category Format, and half a character is replaced by the rune that says so.
    private static bool IsVisible(Rune rune) =>
        rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
