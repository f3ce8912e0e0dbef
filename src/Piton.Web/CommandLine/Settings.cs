namespace Piton.Web.CommandLine;

/// <summary>Tells settings from words that only look like them, so that a misspelt one does not pass unnoticed.</summary>
internal static class Settings
{
    // What the host itself reads without a section.
    private static readonly string[] HostKeys =
    [
        .. typeof(HostDefaults).GetFields().Concat(typeof(WebHostDefaults).GetFields()).Select(field => $"--{field.GetValue(null)}"),
    ];

    /// <summary>The first word that is neither <c>--Section:Key=value</c> nor <c>--Section:Key</c> with its value behind it; null where all are.</summary>
    public static string? FirstStray(IReadOnlyList<string> words)
    {
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            var holdsValue = word.Contains('=');
            var hasValue = holdsValue || index + 1 < words.Count;
            if (!hasValue || !(IsSetting(word.Split('=')[0]) || IsBareSection(word)))
            {
                return word;
            }

            index += holdsValue ? 0 : 1;
        }

        return null;
    }

    private static bool IsSetting(string key) =>
        HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase)
        || (key.StartsWith("--", StringComparison.Ordinal) && key.Contains(':'));

    // It sets nothing, and a host for tests gives a setting with its section in front: --Piton= --Piton:PageSize=30.
    private static bool IsBareSection(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.EndsWith('=');
}
