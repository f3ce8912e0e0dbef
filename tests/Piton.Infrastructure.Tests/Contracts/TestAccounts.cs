using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>Makes accounts for tests.</summary>
internal static class TestAccounts
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static Account Create(int number, Role role = Role.Visitor) => new()
    {
        Id = new AccountId((UInt128)number + 1),
        Email = $"somebody{number}@example.org",
        Name = $"Somebody {number}",
        Role = role,
        PasswordHash = $"hash {number}",
        SecurityStamp = $"stamp {number}",
        CreatedAt = Start.AddMinutes(number),
    };

    /// <summary>An account of which every field is set, with text that is hard to keep.</summary>
    public static Account CreateFull(int number) => Create(number, Role.Janitor) with
    {
        Email = "Peña@Example.org",
        Name = "a \"quoted\" \\ \u202e\n\ud800 \U0001f600",
        CreatedAt = Start.AddTicks(1234567),
        DisabledAt = Start.AddDays(1),
        FailedSignIns = 3,
        LockedUntil = Start.AddDays(2),
        FailedKnownSignIns = 4,
        KnownLockedUntil = Start.AddDays(4),
        AuthenticatorKey = "JBSWY3DPEHPK3PXP",
        IsTwoFactorOn = true,
        LastTotpStep = 58_000_000,
        RecoveryCodes = ["first", "second"],
        Tokens =
        [
            Token(1) with { Scopes = TokenScopes.Read | TokenScopes.Manage, ExpiresAt = Start.AddYears(1), LastUsedAt = Start.AddDays(3) },
            Token(2) with { Scopes = TokenScopes.None },
        ],
    };

    public static ApiToken Token(int number) =>
        new(new TokenId((UInt128)number), $"token {number}", new ContentHash(5, (UInt128)number), TokenScopes.Upload, Start);
}
