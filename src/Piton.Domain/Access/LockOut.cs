namespace Piton.Domain.Access;

/// <summary>How an account is kept from those who guess its password.</summary>
public static class LockOut
{
    /// <summary>How many sign-ins may fail one after the other (OWASP ASVS 5.0, 6.3.1).</summary>
    public const int MaxFailures = 10;

    /// <summary>How long nobody signs in then.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    public static bool IsLocked(this Account account, DateTimeOffset now) => account.LockedUntil > now;

    /// <summary>The account after one more sign-in that failed; the same where it waits already.</summary>
    public static Account Fail(this Account account, DateTimeOffset now)
    {
        if (account.IsLocked(now))
        {
            return account;
        }

        var failures = account.FailedSignIns + 1;
        return failures < MaxFailures
            ? account with { FailedSignIns = failures }
            : account with { FailedSignIns = 0, LockedUntil = now + Duration };
    }

    /// <summary>The account after a sign-in that did not fail.</summary>
    public static Account Succeed(this Account account) => account with { FailedSignIns = 0, LockedUntil = null };
}
