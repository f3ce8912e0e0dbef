using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>Says who asks, by what they show: on every request anew, so that what an administrator changes counts from the next one on.</summary>
public sealed class ActorFinder(IAccountCatalog accounts, ISessionCatalog sessions, AccessPolicy policy, TimeProvider clock)
{
    // When a token was last used is kept no finer than this: each change is a write.
    private static readonly TimeSpan TokenGrain = TimeSpan.FromMinutes(10);

    /// <summary>Who shows nothing.</summary>
    public Actor Nobody => Actor.Anonymous with { IsShutOut = policy.ShutsOut(Role.Anonymous) };

    /// <summary>Who has that session; null where there is none, or its account is disabled.</summary>
    public async Task<Actor?> FindBySessionAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await sessions.FindAsync(SecretKey.HashOf(key), cancellationToken) is not { } session
            || await accounts.GetAsync(session.Account, cancellationToken) is not { IsDisabled: false } account
            || account.SecurityStamp != session.SecurityStamp)
        {
            return null;
        }

        if (session.Touch(now) != session)
        {
            await sessions.UpdateAsync(session.Id, current => current.Touch(now), cancellationToken);
        }

        return ActorOf(account) with { Session = session.Id };
    }

    /// <summary>Who has that API token; null where there is none, it has expired, or its account is disabled.</summary>
    public async Task<Actor?> FindByTokenAsync(string key, CancellationToken cancellationToken)
    {
        var (hash, now) = (SecretKey.HashOf(key), clock.GetUtcNow());
        if (await accounts.FindByTokenAsync(hash, cancellationToken) is not { IsDisabled: false } account
            || account.Tokens.FirstOrDefault(token => token.Hash == hash) is not { } token
            || token.IsExpired(now))
        {
            return null;
        }

        if (token.LastUsedAt is not { } last || now - last >= TokenGrain)
        {
            await accounts.UpdateAsync(account.Id, current => Use(current, token.Id, now), cancellationToken);
        }

        return ActorOf(account) with { Scopes = token.Scopes };
    }

    private static Account Use(Account account, TokenId id, DateTimeOffset now) => account with
    {
        Tokens = [.. account.Tokens.Select(token => token.Id == id ? token with { LastUsedAt = now } : token)],
    };

    private Actor ActorOf(Account account) => new(account.Role, account.Id)
    {
        Name = account.Name,
        IsShutOut = policy.ShutsOut(account.Role),
    };
}
