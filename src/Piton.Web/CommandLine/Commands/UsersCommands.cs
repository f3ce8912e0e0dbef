using System.CommandLine;
using System.Globalization;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ChangeRole;
using Piton.Application.Accounts.CreateAdministrator;
using Piton.Application.Accounts.DisableAccount;
using Piton.Application.Accounts.ListAccounts;
using Piton.Domain.Access;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton users</c>.</summary>
internal sealed class UsersCommands : ICommandGroup
{
    private const int PageSize = 200;

    private readonly Option<string> _email = new("--email") { Description = "By which the account signs in.", Required = true };
    private readonly Option<bool> _password = new("--password-stdin") { Description = "Reads the password from the first line of standard input." };
    private readonly Option<string> _role = new("--role") { Description = $"One of {string.Join(", ", Roles.Names)}.", Required = true };
    private readonly Option<string?> _roleFilter = new("--role") { Description = $"Only those that are one of {string.Join(", ", Roles.Names)}." };
    private readonly Option<bool> _undo = new("--undo") { Description = "Opens the account again." };

    public Command Build() => new("users", "The accounts.")
    {
        new LibraryCommand("create-admin", "Makes an administrator.", CreateAdministratorAsync)
        {
            ReadsInput = true,
            Examples = [("echo \"a long password\" | piton users create-admin --email ana@example.org --password-stdin", "Ana can sign in, and run the place.")],
            Options = { _email, _password },
        },
        new LibraryCommand("list", "Lists the accounts, those made first coming first.", ListAsync)
        {
            OnlyLooks = true,
            Examples = [("piton users list --role pending", "Who waits for approval.")],
            Options = { _roleFilter },
        },
        new LibraryCommand("set-role", "Gives an account another role; approves one that waits.", SetRoleAsync)
        {
            Examples = [("piton users set-role --email bob@example.org --role visitor", "Bob may upload.")],
            Options = { _email, _role },
        },
        new LibraryCommand("disable", "Shuts an account: its sessions and tokens are worth nothing from the next request on. Its pictures stay.", DisableAsync)
        {
            Examples =
            [
                ("piton users disable --email bob@example.org", "Bob is out."), ("piton users disable --email bob@example.org --undo", "Bob may sign in again."),
            ],
            Options = { _email, _undo },
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
        return await call.AnswerAsync(made, account => SayAsync(call, account, $"{account.Email} is an administrator."));
    }

    private async Task<int> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var all = new List<AccountOverview>();
        string? after = null;
        do
        {
            var page = await call.SendAsync(new ListAccountsQuery(call.Actor, null, call.Arguments.GetValue(_roleFilter), after, PageSize), cancellationToken);
            var exitCode = await call.AnswerAsync(page, listed =>
            {
                all.AddRange(listed.Items);
                after = listed.Next?.ToString();
                return Task.FromResult(ExitCodes.Done);
            });
            if (exitCode != ExitCodes.Done)
            {
                return exitCode;
            }
        }
        while (after is not null);

        await call.Output.TableAsync(new CommandTable(["e-mail", "name", "role", "images", "bytes", "since", "state"], [.. all.Select(RowOf)]));
        return await call.Output.DoneAsync(all.Select(DocumentOf));
    }

    private Task<int> SetRoleAsync(CommandCall call, CancellationToken cancellationToken) => call.WithAccountAsync(call.Arguments.GetRequiredValue(_email), async found =>
    {
        var changed = await call.SendAsync(new ChangeRoleCommand(call.Actor, found.Id, call.Arguments.GetRequiredValue(_role)), cancellationToken);
        return await call.AnswerAsync(changed, account => SayAsync(call, account, $"{account.Email} is {account.Role.Name()}."));
    }, cancellationToken);

    private Task<int> DisableAsync(CommandCall call, CancellationToken cancellationToken) => call.WithAccountAsync(call.Arguments.GetRequiredValue(_email), async found =>
    {
        var changed = await call.SendAsync(new DisableAccountCommand(call.Actor, found.Id, !call.Arguments.GetValue(_undo)), cancellationToken);
        return await call.AnswerAsync(changed, account => SayAsync(call, account, $"{account.Email} is {State(account)}."));
    }, cancellationToken);

    private static Task<int> SayAsync(CommandCall call, Account account, string line) => call.Output.DoneAsync(
        new { Id = account.Id.ToString(), account.Email, account.Name, Role = account.Role.Name(), account.IsDisabled }, line);

    private static string[] RowOf(AccountOverview one) =>
    [
        one.Account.Email,
        one.Account.Name,
        one.Account.Role.Name(),
        one.Usage.Images.ToString("N0", CultureInfo.InvariantCulture),
        one.Usage.StoredBytes.ToString("N0", CultureInfo.InvariantCulture),
        one.Account.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        State(one.Account),
    ];

    private static object DocumentOf(AccountOverview one) => new
    {
        Id = one.Account.Id.ToString(),
        one.Account.Email,
        one.Account.Name,
        Role = one.Account.Role.Name(),
        one.Usage.Images,
        Bytes = one.Usage.StoredBytes,
        one.Account.CreatedAt,
        one.Account.IsDisabled,
    };

    private static string State(Account account) => account.IsDisabled ? "disabled" : "open";
}
