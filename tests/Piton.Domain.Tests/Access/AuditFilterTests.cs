using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class AuditFilterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly AuditEntry Entry = new() { At = Noon, Account = new AccountId(1), Action = "sign_in" };

    [Fact]
    public void Holds_WhenEverythingAskedIsSo_ShouldBeTrue()
    {
        Assert.True(new AuditFilter().Holds(Entry));
        Assert.True(new AuditFilter("sign_in", new AccountId(1), Noon, Noon.AddTicks(1)).Holds(Entry));
    }

    [Fact]
    public void Holds_WhenOneThingIsNotSo_ShouldBeFalse()
    {
        Assert.False(new AuditFilter(Action: "sign_out").Holds(Entry));
        Assert.False(new AuditFilter(Account: new AccountId(2)).Holds(Entry));
        Assert.False(new AuditFilter(Account: new AccountId(1)).Holds(Entry with { Account = null }));
        Assert.False(new AuditFilter(From: Noon.AddTicks(1)).Holds(Entry));
        Assert.False(new AuditFilter(To: Noon).Holds(Entry));
    }
}
