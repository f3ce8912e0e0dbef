using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>Somebody who can sign in. Never changed: a change makes a new one.</summary>
public sealed record Account
{
    /// <summary>The most UTF-16 code units in <see cref="Name"/>.</summary>
    public const int MaxNameLength = 100;

    public required AccountId Id { get; init; }

    /// <summary>As it was typed; obeys <see cref="EmailAddress"/>. <see cref="EmailAddress.Fold"/> makes of it what no two accounts share.</summary>
    public required string Email { get; init; }

    /// <summary>What others are shown; obeys <see cref="CheckName"/>.</summary>
    public required string Name { get; init; }

    public required Role Role { get; init; }

    /// <summary>Null where there is no password, and so no sign-in by one.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Random, and another with each change after which old sessions and links are to be worth nothing.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was shut, UTC; null where it is open.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>How many sign-ins have failed since the last that did not, where the account never signed in before.</summary>
    public int FailedSignIns { get; init; }

    /// <summary>Until when nobody signs in elsewhere, whatever the password, UTC; null where anybody may try.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>How many have failed in browsers in which it signed in before, which are counted by themselves.</summary>
    public int FailedKnownSignIns { get; init; }

    /// <summary>Until when nobody signs in in those, UTC; null where anybody may try.</summary>
    public DateTimeOffset? KnownLockedUntil { get; init; }

    /// <summary>The secret of the second factor, shared with its owner's device; in use only where <see cref="IsTwoFactorOn"/>.</summary>
    public string? AuthenticatorKey { get; init; }

    public bool IsTwoFactorOn { get; init; }

    /// <summary>The time step (RFC 6238, section 4.2) of the last code that was taken: each counts once.</summary>
    public long? LastTotpStep { get; init; }

    /// <summary>The hashes of the codes that stand in for the second factor, each once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    public IReadOnlyList<ApiToken> Tokens { get; init; } = [];

    public bool IsDisabled => DisabledAt is not null;

    public bool IsActiveAdministrator => Role == Role.Administrator && !IsDisabled;

    /// <summary>What is wrong with a name, or null where nothing is.</summary>
    public static NameFlaw? CheckName(string? name) => name switch
    {
        _ when ImageName.IsBlank(name) => NameFlaw.Blank,
        { Length: > MaxNameLength } => NameFlaw.TooLong,
        _ => null,
    };

    /// <summary>Records compare their lists by reference; two accounts are equal where what is in their lists is, one by one.</summary>
    public bool Equals(Account? other) =>
        other is not null
        && (Id, Email, Name, Role, PasswordHash, SecurityStamp) ==
           (other.Id, other.Email, other.Name, other.Role, other.PasswordHash, other.SecurityStamp)
        && (CreatedAt, DisabledAt, FailedSignIns, LockedUntil) ==
           (other.CreatedAt, other.DisabledAt, other.FailedSignIns, other.LockedUntil)
        && (FailedKnownSignIns, KnownLockedUntil) == (other.FailedKnownSignIns, other.KnownLockedUntil)
        && (AuthenticatorKey, IsTwoFactorOn, LastTotpStep) ==
           (other.AuthenticatorKey, other.IsTwoFactorOn, other.LastTotpStep)
        && RecoveryCodes.SequenceEqual(other.RecoveryCodes)
        && Tokens.SequenceEqual(other.Tokens);

    public override int GetHashCode() => HashCode.Combine(Id, SecurityStamp, FailedSignIns);

    /// <summary>The id alone: what is written of an account must not hold its secrets.</summary>
    public override string ToString() => Id.ToString();
}
