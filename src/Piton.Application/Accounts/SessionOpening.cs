using Ardalis.Result;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>Begins sessions. Each sign-in begins one of its own, whatever the browser showed before, which ends: none can be foisted on anybody.</summary>
internal sealed class SessionOpening(ISessionCatalog sessions, KnownBrowsers browsers, Audit audit, TimeProvider clock)
{
    /// <param name="actor">Who asked, before they signed in.</param>
    /// <param name="account">Who they turned out to be.</param>
    /// <param name="isPersistent">Whether the browser keeps it when it is closed.</param>
    /// <param name="userAgent">What the browser says it is.</param>
    /// <param name="cancellationToken">Heeded until the session is on its way to disk.</param>
    public async Task<Result<OpenedSession>> OpenAsync(
        Actor actor, Account account, bool isPersistent, string? userAgent, CancellationToken cancellationToken)
    {
        var (key, now) = (SecretKey.New(), clock.GetUtcNow());
        var session = new Session
        {
            Id = SessionId.New(),
            KeyHash = SecretKey.HashOf(key),
            Account = account.Id,
            SecurityStamp = account.SecurityStamp,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = SessionTerms.EndOf(isPersistent, now, now),
            IsPersistent = isPersistent,
            Address = actor.Address,
            UserAgent = userAgent,
        };
        var outcome = await sessions.AddAsync(session, cancellationToken);
        if (outcome != SessionOutcome.Done)
        {
            return outcome.ToResult().Map(_ => (OpenedSession)null!);
        }

        // What the browser showed before is worth nothing from now on, to whoever else has it.
        if (actor.Session is { } before)
        {
            await sessions.RemoveAsync(before, CancellationToken.None);
        }

        await audit.WriteAsync(actor with { Account = account.Id, Name = account.Name }, AuditAction.SignedIn, account.Email);
        return new OpenedSession(account, session, key, browsers.Remember(account));
    }
}
