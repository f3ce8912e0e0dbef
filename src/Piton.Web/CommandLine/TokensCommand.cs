using System.Reflection;
using MediatR;
using Piton.Application.Accounts.CreateToken;
using Piton.Domain.Access;

namespace Piton.Web.CommandLine;

/// <summary><c>piton tokens create</c>: the token is the last word on standard output. Exits 0 where it was made, 1 where not.</summary>
internal static class TokensCommand
{
    public static Task<int> CreateAsync(
        string[] settings, Assembly[] extensions, string user, string scopes, string name, int? days, CancellationToken cancellationToken) =>
        OfflineLibrary.RunAsync(settings, extensions, async services =>
        {
            if (await services.GetRequiredService<IAccountCatalog>().FindByEmailAsync(user, cancellationToken) is not { } owner)
            {
                return Print.Failed($"there is no account {user}.");
            }

            var made = await services.GetRequiredService<IMediator>().Send(
                new CreateTokenCommand(Actor.System, owner.Id, name, scopes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), days),
                cancellationToken);
            return made.Match(
                token => Print.Done($"A token of {owner.Email} for {string.Join(", ", TokenScopeNames.NamesOf(token.Token.Scopes))}, shown this once:", token.Key),
                Print.Failed);
        }, cancellationToken);
}
