using System.CommandLine;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Accounts.FindAccount;
using Piton.Domain.Access;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton tokens</c>.</summary>
internal sealed class TokensCommands : ICommandGroup
{
    private readonly Option<string> _user = new("--user") { Description = "The e-mail address of the account.", Required = true };
    private readonly Option<string> _scopes = new("--scopes") { Description = "What the token is for: read, upload, manage, metrics, with commas between.", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "What the token is called.", DefaultValueFactory = _ => "command line" };
    private readonly Option<int?> _days = new("--days") { Description = "In how many days it expires; never where nothing is said." };

    public Command Build() => new("tokens", "Keys to accounts for programs.")
    {
        new LibraryCommand("create", "Makes an API token, and prints it as the last word.", CreateAsync)
        {
            Examples = [("piton tokens create --user ana@example.org --scopes read,upload", "A token that programs of Ana's upload with. It is shown this once.")],
            Options = { _user, _scopes, _name, _days },
        },
    };

    private async Task<int> CreateAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var owner = await call.SendAsync(new FindAccountQuery(call.Actor, call.Arguments.GetRequiredValue(_user)), cancellationToken);
        return await call.AnswerAsync(owner, account => CreateAsync(call, account, cancellationToken));
    }

    private async Task<int> CreateAsync(CommandCall call, Account owner, CancellationToken cancellationToken)
    {
        var scopes = call.Arguments.GetRequiredValue(_scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var made = await call.SendAsync(
            new CreateTokenCommand(call.Actor, owner.Id, call.Arguments.GetValue(_name), scopes, call.Arguments.GetValue(_days)), cancellationToken);
        return await call.AnswerAsync(made, token => call.Output.DoneAsync(
            new { Id = token.Token.Id.ToString(), User = owner.Email, Scopes = TokenScopeNames.NamesOf(token.Token.Scopes), token.Token.ExpiresAt, Token = token.Key },
            $"A token of {owner.Email} for {string.Join(", ", TokenScopeNames.NamesOf(token.Token.Scopes))}, shown this once:",
            token.Key));
    }
}
