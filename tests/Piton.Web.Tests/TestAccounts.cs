using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;

namespace Piton.Web.Tests;

/// <summary>An account of each role, each with a token for everything.</summary>
internal sealed class TestAccounts
{
    public const string Password = "correct horse battery";

    private readonly Dictionary<Role, (Account Account, string Token)> _accounts = [];

    public Account this[Role role] => _accounts[role].Account;

    public static async Task<TestAccounts> MakeAsync(IServiceProvider services)
    {
        var (accounts, hash) = (new TestAccounts(), services.GetRequiredService<ICredentials>().Hash(Password));
        foreach (var role in Roles.Names.Select(name => Roles.FromName(name)!.Value))
        {
            var (account, token) = New(role, hash);
            await services.GetRequiredService<IAccountCatalog>().AddAsync(account, CancellationToken.None);
            accounts._accounts.Add(role, (account, token));
        }

        return accounts;
    }

    public AuthenticationHeaderValue BearerOf(Role role) => new("Bearer", _accounts[role].Token);

    /// <summary>An account that has not been added yet, and its token.</summary>
    public static (Account Account, string Token) New(Role role, string passwordHash, TokenScopes scopes = TokenScopes.Read | TokenScopes.Upload | TokenScopes.Manage)
    {
        var token = SecretKey.New();
        var account = new Account
        {
            Id = AccountId.New(),
            Email = $"{role.Name()}-{token[..6]}@example.org",
            Name = role.ToString(),
            Role = role,
            PasswordHash = passwordHash,
            SecurityStamp = SecretKey.New(),
            CreatedAt = DateTimeOffset.UtcNow,
            Tokens = [new ApiToken(TokenId.New(), "test", SecretKey.HashOf(token), scopes, DateTimeOffset.UtcNow)],
        };
        return (account, token);
    }
}
