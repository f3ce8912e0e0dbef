using System.CommandLine;
using System.Globalization;
using Piton.Application.Accounts.CreateToken;
using Piton.Application.Accounts.RevokeToken;
using Piton.Domain.Access;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Commands;

/// <summary><c>piton tokens</c>.</summary>
internal sealed class TokensCommands : ICommandGroup
{
    private readonly Option<string> _user = new("--user") { Description = "The e-mail address of the account.", Required = true };
    private readonly Option<string> _scopes = new("--scopes") { Description = $"What the token is for: {string.Join(", ", TokenScopeNames.All)}, with commas between.", Required = true };
    private readonly Option<string> _name = new("--name") { Description = "What the token is called.", DefaultValueFactory = _ => "command line" };
    private readonly Option<int?> _days = new("--days") { Description = "In how many days it expires; never where nothing is said." };
    private readonly Option<string> _id = new("--id") { Description = "Which token, as the list has it.", Required = true };

    public Command Build() => new("tokens", "Keys to accounts for programs.")
    {
        new LibraryCommand("create", "Makes an API token, and prints it as the last word.", CreateAsync)
        {
            Examples = [("piton tokens create --user ana@example.org --scopes read,upload", "A token that programs of Ana's upload with. It is shown this once.")],
            Options = { _user, _scopes, _name, _days },
        },
        new LibraryCommand("list", "Lists the tokens of an account. What they read is not kept.", ListAsync)
        {
            OnlyLooks = true,
            Examples = [("piton tokens list --user ana@example.org", "What opens Ana's account, and when it was last used.")],
            Options = { _user },
        },
        new LibraryCommand("revoke", "Makes a token worth nothing, from the next request on.", RevokeAsync)
        {
            Examples = [("piton tokens revoke --user ana@example.org --id 0123456789abcdef0123456789abcdef", "The id is in the list.")],
            Options = { _user, _id },
        },
    };

    private Task<int> CreateAsync(CommandCall call, CancellationToken cancellationToken) => call.WithAccountAsync(call.Arguments.GetRequiredValue(_user), async owner =>
    {
        var scopes = call.Arguments.GetRequiredValue(_scopes).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var made = await call.SendAsync(
            new CreateTokenCommand(call.Actor, owner.Id, call.Arguments.GetValue(_name), scopes, call.Arguments.GetValue(_days)), cancellationToken);
        return await call.AnswerAsync(made, token => call.Output.DoneAsync(
            new { Id = token.Token.Id.ToString(), User = owner.Email, Scopes = TokenScopeNames.NamesOf(token.Token.Scopes), token.Token.ExpiresAt, Token = token.Key },
            $"A token of {owner.Email} for {string.Join(", ", TokenScopeNames.NamesOf(token.Token.Scopes))}, shown this once:",
            token.Key));
    }, cancellationToken);

    private Task<int> ListAsync(CommandCall call, CancellationToken cancellationToken) => call.WithAccountAsync(call.Arguments.GetRequiredValue(_user), async owner =>
    {
        await call.Output.TableAsync(new CommandTable(["id", "name", "scopes", "since", "last used", "expires"], [.. owner.Tokens.Select(RowOf)]));
        return await call.Output.DoneAsync(owner.Tokens.Select(token => new
        {
            Id = token.Id.ToString(), token.Name, Scopes = TokenScopeNames.NamesOf(token.Scopes), token.CreatedAt, token.LastUsedAt, token.ExpiresAt,
        }));
    }, cancellationToken);

    private Task<int> RevokeAsync(CommandCall call, CancellationToken cancellationToken) => call.WithAccountAsync(call.Arguments.GetRequiredValue(_user), async owner =>
    {
        var said = call.Arguments.GetRequiredValue(_id);
        if (!TokenId.TryParse(said, out var id) || owner.Tokens.All(token => token.Id != id))
        {
            return await call.Output.FailAsync($"{owner.Email} has no token {said}. See piton tokens list.");
        }

        var revoked = await call.SendAsync(new RevokeTokenCommand(call.Actor, owner.Id, id), cancellationToken);
        return await call.AnswerAsync(revoked, account => call.Output.DoneAsync(
            new { Id = id.ToString(), User = account.Email }, $"The token {id} of {account.Email} is revoked."));
    }, cancellationToken);

    private static string[] RowOf(ApiToken token) =>
    [
        token.Id.ToString(), token.Name, string.Join(',', TokenScopeNames.NamesOf(token.Scopes)), Day(token.CreatedAt), Day(token.LastUsedAt), Day(token.ExpiresAt),
    ];

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never";
}
