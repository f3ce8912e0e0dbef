using System.CommandLine;
using System.CommandLine.Help;

namespace Piton.Web.CommandLine;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    private static readonly Type[] Groups =
    [
        .. typeof(CommandTree).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ICommandGroup)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>The commands of the library, which are all that a server runs for others.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("Piton keeps pictures: it checks them, makes WebP of them and shows them in a gallery.");
        foreach (var group in Groups)
        {
            root.Add(((ICommandGroup)Activator.CreateInstance(group)!).Build());
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>What the options of a command and of those below it are called, with their dashes.</summary>
    public static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.Select(option => option.Name).Concat(command.Subcommands.SelectMany(OptionsOf));

    /// <summary>Makes sense of a command line. A word that begins with @ is a word like others: no file is read for it, by a server for its caller least of all.</summary>
    public static ParseResult Parse(RootCommand root, IReadOnlyList<string> words) =>
        root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });

    /// <summary>The command of the library that was called; null where it is none, or not called as it should be.</summary>
    public static LibraryCommand? CommandOf(ParseResult parsed) =>
        parsed is { Errors.Count: 0, UnmatchedTokens.Count: 0, Action: null } ? parsed.CommandResult.Command as LibraryCommand : null;
}
