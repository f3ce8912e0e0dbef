namespace Piton.Web.CommandLine;

/// <summary>Tells settings from words that only look like them, so that a misspelt option does not pass unnoticed.</summary>
internal static class Settings
{
    // What the host itself reads without a section (HostDefaults, WebHostDefaults) and people give with a space.
    private static readonly string[] HostKeys = ["--urls", "--environment", "--contentRoot", "--applicationName"];

    /// <summary>The first word that is neither <c>--key=value</c> nor <c>--Section:Key</c> with its value behind it; null where all are.</summary>
    public static string? FirstStray(IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var holdsValue = word.Contains('=');
            if (!word.StartsWith("--", StringComparison.Ordinal) || !(holdsValue || TakesNextWord(word)))
            {
                return word;
            }

            index += holdsValue ? 0 : 1;
        }

        return null;
    }

    private static bool TakesNextWord(string key) => key.Contains(':') || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
}
