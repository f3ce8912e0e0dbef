using System.CommandLine;

namespace Piton.Web.CommandLine;

/// <summary>Says of arguments that make no command what is wrong with them.</summary>
internal static class Misuse
{
    /// <param name="parsed">What was made of the words.</param>
    /// <param name="root">All commands.</param>
    /// <param name="words">What was said, without settings.</param>
    /// <returns>Null where nothing is.</returns>
    public static string? In(ParseResult parsed, RootCommand root, IReadOnlyList<string> words)
    {
        var command = parsed.CommandResult.Command;
        var others = string.Join(", ", (command.Subcommands.Count > 0 ? command : root).Subcommands.Select(one => one.Name));
        return parsed switch
        {
            _ when FirstStray(parsed) is { } stray =>
                $"there is no command or option \"{stray}\". Commands are: {others}. A setting is --Section:Key=value. See {Name(command)} --help.",
            _ when words.FirstOrDefault(IsEmpty) is { } empty =>
                $"an argument is empty: \"{empty}\". Give it a value, or leave it out. See {Name(command)} --help.",
            { Errors.Count: > 0 } when command.Subcommands.Count > 0 => $"{Name(command)} needs one more word: {others}. See {Name(command)} --help.",
            { Errors: [var first, ..] } => $"{first.Message} See {Name(command)} --help.",
            _ => null,
        };
    }

    // A misspelt option is taken for an argument where the command has one.
    private static string? FirstStray(ParseResult parsed) =>
        parsed.CommandResult.Tokens.Select(token => token.Value).FirstOrDefault(word => word.StartsWith('-'))
        ?? (parsed.UnmatchedTokens is [var unknown, ..] ? unknown : null);

    // What a variable of a script leaves that is not set. The parser takes --visibility= and --visibility: for an option that stands alone, and so the next word for its value, or for a
    // switch that is on; and the path "" is the working folder.
    private static bool IsEmpty(string word) =>
        word.Length == 0 || (word.StartsWith("--", StringComparison.Ordinal) && word.AsSpan().IndexOfAny('=', ':') == word.Length - 1);

    private static string Name(Command command) => string.Join(' ', Ancestors(command).Reverse());

    private static IEnumerable<string> Ancestors(Command command)
    {
        for (Command? one = command; one is not null and not RootCommand; one = one.Parents.OfType<Command>().FirstOrDefault())
        {
            yield return one.Name;
        }

        yield return "piton";
    }
}
