using Piton.Domain.Access;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>Makes entries of the audit log for tests.</summary>
internal static class TestEntries
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The entry that is the nth of its log, counted from 1.</summary>
    public static AuditEntry Create(int number) => new()
    {
        Id = number,
        At = Start.AddMinutes(number),
        Account = number % 3 == 0 ? null : new AccountId((UInt128)(number % 3)),
        Name = number % 3 == 0 ? null : $"Somebody {number % 3}",
        Action = number % 2 == 0 ? "sign_in" : "sign_in_failed",
        Subject = number % 5 == 0 ? null : "ana@example.org",
        Detail = number % 7 == 0 ? "\"action\":\"sign_out\" \ud800 \n" : null,
        Address = "192.0.2.1",
    };
}
