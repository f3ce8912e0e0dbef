using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>A key to an account for programs. What it reads is shown once and not kept.</summary>
/// <param name="Id">By which it is listed and revoked.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Hash">The SHA-256 of the token as it is sent. A token is random and long, so no salt is needed.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">From when on it is good for nothing, UTC; null for never.</param>
/// <param name="LastUsedAt">When it was last used, UTC, as coarse as its user keeps it: each change is a write. Null for never.</param>
public sealed record ApiToken(
    TokenId Id,
    string Name,
    ContentHash Hash,
    TokenScopes Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt = null,
    DateTimeOffset? LastUsedAt = null)
{
    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
