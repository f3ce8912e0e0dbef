using System.Globalization;
using System.Text;

namespace Piton.Web.CommandLine.Output;

/// <summary>Names come from strangers, and a terminal obeys what is in them: a control character is shown and not sent.</summary>
internal static class PlainText
{
    public static string Of(string text) => Of(text, IsObeyed);

    /// <summary>The same for JSON, which has lines and tabs and means by the letters shown the one that is not sent.</summary>
    public static string OfDocument(string text) => Of(text, letter => letter is not ('\n' or '\t') && IsObeyed(letter));

    private static string Of(string text, Func<char, bool> isObeyed)
    {
        if (!text.Any(isObeyed))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = isObeyed(letter) ? plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : plain.Append(letter);
        }

        return plain.ToString();
    }

    // Marks that turn the direction of what stands behind them can make a line say something else.
    private static bool IsObeyed(char letter) =>
        char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
