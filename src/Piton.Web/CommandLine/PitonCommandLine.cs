using System.CommandLine;
using System.Reflection;

namespace Piton.Web.CommandLine;

/// <summary>The command line. <c>piton</c> alone serves.</summary>
public static class PitonCommandLine
{
    /// <param name="args">The arguments. Besides the options of the commands, any setting: <c>--Piton:PageSize=30</c>.</param>
    /// <param name="extensions">Assemblies whose use cases and controllers join Piton's own.</param>
    /// <returns>0 where all went well, 1 where not, 2 where the arguments make no command, 3 where the library could not be looked at.</returns>
    public static async Task<int> RunAsync(string[] args, params Assembly[] extensions)
    {
        var root = CommandTree.Build();
        var (words, settings) = Settings.Split(args, CommandTree.OptionsOf(root).ToHashSet());
        root.Add(new Command("serve", "Serves the library to browsers. This is also what piton does without a command."));
        foreach (var command in root.Subcommands.Where(command => command.Name == "serve").Append(root))
        {
            command.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, extensions, cancellationToken));
        }

        var parsed = CommandTree.Parse(root, words);
        return Misuse.In(parsed, root, words) is { } misuse
            ? await RefuseAsync(misuse)
            : CommandTree.CommandOf(parsed) is { } library
            ? await LibraryCommandLine.RunAsync(library, parsed, words, settings, extensions)
            : await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,

                // The host hears the signals itself, and gives what is under way the time it needs.
                ProcessTerminationTimeout = null,
            });
    }

    private static async Task<int> RefuseAsync(string misuse)
    {
        await Console.Error.WriteLineAsync($"piton: {misuse}");
        return ExitCodes.Misused;
    }
}
