using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>A session that has begun.</summary>
/// <param name="Account">Who signed in.</param>
/// <param name="Session">What is kept of it.</param>
/// <param name="Key">What the browser shows from now on; it is told this once.</param>
/// <param name="KnownBrowser">By which the browser is known at the next sign-in.</param>
public sealed record OpenedSession(Account Account, Session Session, string Key, string KnownBrowser)
{
    /// <summary>Nothing: it holds a secret.</summary>
    public override string ToString() => nameof(OpenedSession);
}
