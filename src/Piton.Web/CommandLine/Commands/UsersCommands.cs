using System.CommandLine;
using Piton.Application.Accounts.CreateAdministrator;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton users</c>.</summary>
internal sealed class UsersCommands : ICommandGroup
{
    private readonly Option<string> _email = new("--email") { Description = "By which the administrator signs in.", Required = true };
    private readonly Option<bool> _password = new("--password-stdin") { Description = "Reads the password from the first line of standard input." };

    public Command Build() => new("users", "The accounts.")
    {
        new LibraryCommand("create-admin", "Makes an administrator.", CreateAdministratorAsync)
        {
            Examples = [("echo \"a long password\" | piton users create-admin --email ana@example.org --password-stdin", "Ana can sign in, and run the place.")],
            Options = { _email, _password },
        },
    };

    private async Task<int> CreateAdministratorAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!call.Arguments.GetValue(_password))
        {
            return await call.Output.FailAsync("give the password on standard input: echo … | piton users create-admin --email … --password-stdin");
        }

        var password = await call.Input.ReadLineAsync(cancellationToken);
        var made = await call.SendAsync(
            new CreateAdministratorCommand(call.Actor, call.Arguments.GetRequiredValue(_email), null, password), cancellationToken);
        return await call.AnswerAsync(made, account => call.Output.DoneAsync(
            new { Id = account.Id.ToString(), account.Email, account.Name }, $"{account.Email} is an administrator."));
    }
}
