using System.CommandLine;
using System.Reflection;

namespace Piton.Web.CommandLine;

/// <summary>The command line. <c>piton</c> alone serves.</summary>
public static class PitonCommandLine
{
    /// <summary>The exit code of a command that nobody knows, or that was called wrongly.</summary>
    private const int Misused = 2;

    /// <param name="args">The arguments. Besides the options of the commands, any setting: <c>--Piton:PageSize=30</c>.</param>
    /// <param name="extensions">Assemblies whose use cases and controllers join Piton's own.</param>
    /// <returns>0 where all went well, 1 where not, 2 where the arguments make no command, 3 where the library could not be looked at.</returns>
    public static async Task<int> RunAsync(string[] args, params Assembly[] extensions)
    {
        var serve = WithSettings("serve", "Serves the library to browsers. This is also what piton does without a command.");
        var verify = WithSettings("verify", "Checks every line of the catalogue and every byte of the pictures. Exits 1 where anything is damaged.");
        var repair = new Option<bool>("--repair")
        {
            Description = "Rebuilds a damaged or lost catalogue from what is kept beside the pictures, and takes in those that it does not know. The old one is kept aside.",
        };
        verify.Add(repair);
        var root = new RootCommand("Piton keeps pictures: it checks them, makes WebP of them and shows them in a gallery.")
        {
            serve,
            verify,
            Users(extensions),
            Tokens(extensions),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(Serve);
        serve.SetAction(Serve);
        verify.SetAction((parsed, cancellationToken) =>
            VerifyCommand.RunAsync([.. parsed.UnmatchedTokens], extensions, parsed.GetValue(repair), cancellationToken));

        var result = root.Parse(args);
        var stray = result.Errors.Count > 0 ? string.Join(' ', args) : Settings.FirstStray(result.UnmatchedTokens);
        return stray is not null
            ? Refuse(stray, root)
            : await result.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,

                // The host hears the signals itself, and gives what is under way the time it needs.
                ProcessTerminationTimeout = null,
            });

        Task<int> Serve(ParseResult parsed, CancellationToken cancellationToken) =>
            ServeCommand.RunAsync([.. parsed.UnmatchedTokens], extensions, cancellationToken);
    }

    private static Command Users(Assembly[] extensions)
    {
        var email = new Option<string>("--email") { Description = "By which the administrator signs in.", Required = true };
        var password = new Option<bool>("--password-stdin") { Description = "Reads the password from the first line of standard input." };
        var create = WithSettings("create-admin", "Makes an administrator. Stop the server first.");
        create.Add(email);
        create.Add(password);
        create.SetAction((parsed, cancellationToken) => UsersCommand.CreateAdministratorAsync(
            [.. parsed.UnmatchedTokens], extensions, parsed.GetRequiredValue(email), parsed.GetValue(password), cancellationToken));
        return new Command("users", "The accounts.") { create };
    }

    private static Command Tokens(Assembly[] extensions)
    {
        var user = new Option<string>("--user") { Description = "The e-mail address of the account.", Required = true };
        var scopes = new Option<string>("--scopes") { Description = "What the token is for: read, upload, manage, metrics, with commas between.", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is called.", DefaultValueFactory = _ => "command line" };
        var days = new Option<int?>("--days") { Description = "In how many days it expires; never where nothing is said." };
        var create = WithSettings("create", "Makes an API token, and prints it as the last word. Stop the server first.");
        create.Add(user);
        create.Add(scopes);
        create.Add(name);
        create.Add(days);
        create.SetAction((parsed, cancellationToken) => TokensCommand.CreateAsync(
            [.. parsed.UnmatchedTokens],
            extensions,
            parsed.GetRequiredValue(user),
            parsed.GetRequiredValue(scopes),
            parsed.GetRequiredValue(name),
            parsed.GetValue(days),
            cancellationToken));
        return new Command("tokens", "Keys to accounts for programs.") { create };
    }

    private static Command WithSettings(string name, string description) => new(name, description) { TreatUnmatchedTokensAsErrors = false };

    private static int Refuse(string said, RootCommand root)
    {
        var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        Console.Error.WriteLine($"piton: there is no command or option \"{said}\". Commands are: {commands}. A setting is --Section:Key=value. See piton --help.");
        return Misused;
    }
}
