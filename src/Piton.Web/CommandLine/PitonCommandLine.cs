using System.CommandLine;
using System.Reflection;

namespace Piton.Web.CommandLine;

/// <summary>The command line. <c>piton</c> alone serves.</summary>
public static class PitonCommandLine
{
    /// <summary>The exit code of a command that nobody knows, or that was called wrongly.</summary>
    private const int Misused = 2;

    /// <param name="args">The arguments. What begins with <c>--</c> and is no option of the command is a setting: <c>--Piton:PageSize=30</c>.</param>
    /// <param name="extensions">Assemblies whose use cases and controllers join Piton's own.</param>
    /// <returns>0 where all went well, 1 where not, 2 where the arguments make no command.</returns>
    public static async Task<int> RunAsync(string[] args, params Assembly[] extensions)
    {
        var root = new RootCommand("Piton keeps pictures: it checks them, makes WebP of them and shows them in a gallery.")
        {
            Serve(extensions),
            Verify(extensions),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) =>
            parsed.UnmatchedTokens is [var stray, ..] && !stray.StartsWith('-')
                ? Task.FromResult(Refuse(stray, root))
                : ServeCommand.RunAsync([.. parsed.UnmatchedTokens], extensions, cancellationToken));

        var result = root.Parse(args);
        return result.Errors.Count > 0
            ? Refuse(string.Join(' ', args), root)
            : await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Command Serve(Assembly[] extensions)
    {
        var serve = WithSettings("serve", "Serves the library to browsers. This is also what piton does without a command.");
        serve.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync([.. parsed.UnmatchedTokens], extensions, cancellationToken));
        return serve;
    }

    private static Command Verify(Assembly[] extensions)
    {
        var repair = new Option<bool>("--repair")
        {
            Description = "Rebuilds a damaged or lost catalogue from what is kept beside the pictures. The old one is kept aside.",
        };
        var verify = WithSettings("verify", "Checks every line of the catalogue and every byte of the pictures. Exits 1 where anything is damaged.");
        verify.Add(repair);
        verify.SetAction((parsed, cancellationToken) =>
            VerifyCommand.RunAsync([.. parsed.UnmatchedTokens], extensions, parsed.GetValue(repair), cancellationToken));
        return verify;
    }

    private static Command WithSettings(string name, string description) => new(name, description) { TreatUnmatchedTokensAsErrors = false };

    private static int Refuse(string said, RootCommand root)
    {
        var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        Console.Error.WriteLine($"piton: there is no command \"{said}\". There are: {commands}. See piton --help.");
        return Misused;
    }
}
