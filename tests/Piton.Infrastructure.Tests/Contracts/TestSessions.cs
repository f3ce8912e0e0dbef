using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>Makes sessions for tests.</summary>
internal static class TestSessions
{
    public static DateTimeOffset Start { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A session that expires so many hours after <see cref="Start"/>.</summary>
    public static Session Create(int number, int account = 1, int hours = 1) => new()
    {
        Id = new SessionId((UInt128)number + 1),
        KeyHash = new ContentHash(9, (UInt128)number),
        Account = new AccountId((UInt128)account),
        SecurityStamp = $"stamp {number}",
        CreatedAt = Start,
        SeenAt = Start.AddSeconds(number),
        ExpiresAt = Start.AddHours(hours),
        IsPersistent = number % 2 == 0,
        Address = number % 3 == 0 ? null : "2001:db8::1",
        UserAgent = number % 4 == 0 ? null : "a browser",
    };
}
