namespace Piton.Domain.Access;

/// <summary>
/// How an account is kept from those who guess its password. A browser in which it has signed in before is known, and those are counted by themselves: else anybody
/// could keep its owner out by guessing without end (OWASP Authentication Cheat Sheet, “Account Lockout”).
/// </summary>
public static class LockOut
{
    /// <summary>How many sign-ins may fail one after the other (OWASP ASVS 5.0, 6.3.1).</summary>
    public const int MaxFailures = 10;

    /// <summary>How long nobody signs in then.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    /// <summary>How long a browser is known.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(180);

    public static bool IsLocked(this Account account, DateTimeOffset now, bool isKnown) => account.Tries(isKnown).LockedUntil > now;

    /// <summary>The account after one more sign-in that failed; the same where it waits already.</summary>
    public static Account Fail(this Account account, DateTimeOffset now, bool isKnown)
    {
        var (failures, until) = account.Tries(isKnown);
        if (until > now)
        {
            return account;
        }

        (failures, until) = failures + 1 < MaxFailures ? (failures + 1, until) : (0, now + Duration);
        return isKnown
            ? account with { FailedKnownSignIns = failures, KnownLockedUntil = until }
            : account with { FailedSignIns = failures, LockedUntil = until };
    }

    /// <summary>The account after a sign-in that did not fail.</summary>
    public static Account Succeed(this Account account) => account with
    {
        FailedSignIns = 0,
        LockedUntil = null,
        FailedKnownSignIns = 0,
        KnownLockedUntil = null,
    };

    private static (int Failures, DateTimeOffset? LockedUntil) Tries(this Account account, bool isKnown) =>
        isKnown ? (account.FailedKnownSignIns, account.KnownLockedUntil) : (account.FailedSignIns, account.LockedUntil);
}
