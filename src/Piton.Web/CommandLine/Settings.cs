namespace Piton.Web.CommandLine;

/// <summary>Tells settings from words that only look like them, so that a misspelt one does not pass unnoticed.</summary>
internal static class Settings
{
    // What the host itself reads without a section.
    private static readonly string[] HostKeys =
    [
        .. typeof(HostDefaults).GetFields().Concat(typeof(WebHostDefaults).GetFields()).Select(field => $"--{field.GetValue(null)}"),
    ];

    /// <summary>Takes the settings out of a command line: <c>--Section:Key=value</c>, and <c>--Section:Key</c> with its value behind it.</summary>
    /// <param name="args">All that was said.</param>
    /// <param name="options">What the options of the commands are called, with their dashes: <c>--json:true</c> is one of them, with its value.</param>
    /// <returns>The command's own words, and the settings; a setting without a value is a word that no command knows.</returns>
    public static (string[] Words, string[] Settings) Split(IReadOnlyList<string> args, IReadOnlySet<string> options)
    {
        var (words, settings) = (new List<string>(), new List<string>());
        for (var index = 0; index < args.Count; index++)
        {
            var word = args[index];
            var holdsValue = word.Contains('=');
            var hasValue = holdsValue || index + 1 < args.Count;
            if (!hasValue || !(IsSetting(word.Split('=')[0], options) || IsBareSection(word, args)))
            {
                words.Add(word);
                continue;
            }

            settings.Add(word);
            if (!holdsValue)
            {
                settings.Add(args[++index]);
            }
        }

        return ([.. words], [.. settings]);
    }

    private static bool IsSetting(string key, IReadOnlySet<string> options) =>
        HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase)
        || (key.StartsWith("--", StringComparison.Ordinal) && key.Contains(':') && !options.Contains(key.Split(':')[0]));

    // It sets nothing, and a host for tests gives a setting with its section in front: --Piton= --Piton:PageSize=30. Any other is an option without its value.
    private static bool IsBareSection(string word, IReadOnlyList<string> args) =>
        word.StartsWith("--", StringComparison.Ordinal)
        && word.EndsWith('=')
        && args.Any(other => other.StartsWith($"{word[..^1]}:", StringComparison.OrdinalIgnoreCase));
}
