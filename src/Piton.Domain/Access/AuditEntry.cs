namespace Piton.Domain.Access;

/// <summary>That somebody did something.</summary>
public sealed record AuditEntry
{
    /// <summary>Its number: 1 for the first, and each one more than the one before. The log gives it, whatever it was before.</summary>
    public long Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; null where nobody had signed in, and for Piton itself.</summary>
    public AccountId? Account { get; init; }

    /// <summary>What they were called then, or called themselves.</summary>
    public string? Name { get; init; }

    /// <summary>What: a fixed code of lower-case letters, digits and underscores, such as <c>sign_in_failed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what or whom: an id, or an e-mail address.</summary>
    public string? Subject { get; init; }

    /// <summary>More of it, in English. Never a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>From where, as far as known.</summary>
    public string? Address { get; init; }
}
