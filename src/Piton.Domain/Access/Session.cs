using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>That somebody is signed in, in one browser. Never changed: a change makes a new one.</summary>
public sealed record Session
{
    /// <summary>The most UTF-16 code units in <see cref="UserAgent"/>.</summary>
    public const int MaxUserAgentLength = 400;

    /// <summary>By which it is listed and revoked.</summary>
    public required SessionId Id { get; init; }

    /// <summary>The SHA-256 of the secret in the cookie, which is random, long and not kept.</summary>
    public required ContentHash KeyHash { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>That of the account when it began; once the account has another, it is none.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When its owner signed in, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, UTC, as coarse as its user keeps it: each change is a write.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>From when on it is none, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether the browser keeps it when it is closed.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>From where its owner signed in, as far as known.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser says it is; cut at <see cref="MaxUserAgentLength"/>.</summary>
    public string? UserAgent { get; init => field = value is null ? null : ImageName.Cut(value, MaxUserAgentLength); }

    public bool IsExpired(DateTimeOffset now) => ExpiresAt <= now;
}
