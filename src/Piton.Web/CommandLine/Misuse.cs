using System.CommandLine;

namespace Piton.Web.CommandLine;

/// <summary>Says of arguments that make no command what is wrong with them.</summary>
internal static class Misuse
{
    /// <returns>Null where nothing is.</returns>
    public static string? In(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        var others = string.Join(", ", (command.Subcommands.Count > 0 ? command : root).Subcommands.Select(one => one.Name));
        return parsed switch
        {
            _ when FirstStray(parsed) is { } stray =>
                $"there is no command or option \"{stray}\". Commands are: {others}. A setting is --Section:Key=value. See {Name(command)} --help.",
            { Errors.Count: > 0 } when command.Subcommands.Count > 0 => $"{Name(command)} needs one more word: {others}. See {Name(command)} --help.",
            { Errors: [var first, ..] } => $"{first.Message} See {Name(command)} --help.",
            _ => null,
        };
    }

    // A misspelt option is taken for an argument where the command has one.
    private static string? FirstStray(ParseResult parsed) =>
        parsed.CommandResult.Tokens.Select(token => token.Value).FirstOrDefault(word => word.StartsWith('-'))
        ?? (parsed.UnmatchedTokens is [var unknown, ..] ? unknown : null);

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
