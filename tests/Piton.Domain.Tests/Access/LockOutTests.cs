using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class LockOutTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 9)]
    public void Fail_WhenThereWereFew_ShouldCountOneMoreAndLockNothing(int before, int after)
    {
        var account = AccountFactory.Create() with { FailedSignIns = before };

        Assert.Equal(account with { FailedSignIns = after }, account.Fail(Now, isKnown: false));
    }

    [Fact]
    public void Fail_WhenItIsTheTenth_ShouldLockForFiveMinutesAndCountAnew()
    {
        var account = AccountFactory.Create() with { FailedSignIns = 9 };

        Assert.Equal(account with { FailedSignIns = 0, LockedUntil = Now.AddMinutes(5) }, account.Fail(Now, isKnown: false));
    }

    [Fact]
    public void Fail_WhenTheLockIsOver_ShouldTakeTenMoreToLockAgain()
    {
        var later = Now.AddMinutes(5);
        var account = Enumerable.Range(0, 10).Aggregate(AccountFactory.Create(), (it, _) => it.Fail(Now, isKnown: false));

        var nine = Enumerable.Range(0, 9).Aggregate(account, (it, _) => it.Fail(later, isKnown: false));

        Assert.False(nine.IsLocked(later, isKnown: false));
        Assert.True(nine.Fail(later, isKnown: false).IsLocked(later, isKnown: false));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void IsLocked_WhenAsked_ShouldBeUntilItsTime(int ticks, bool expected)
    {
        Assert.Equal(expected, (AccountFactory.Create() with { LockedUntil = Now }).IsLocked(Now.AddTicks(ticks), isKnown: false));
        Assert.False(AccountFactory.Create().IsLocked(Now, isKnown: false));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fail_WhenBrowsersAreKnownOrNot_ShouldCountThemByThemselves(bool isKnown)
    {
        var account = Enumerable.Range(0, 10).Aggregate(AccountFactory.Create(), (it, _) => it.Fail(Now, isKnown));

        Assert.Equal((true, false), (account.IsLocked(Now, isKnown), account.IsLocked(Now, !isKnown)));
        Assert.Equal(account.Fail(Now, !isKnown), account.Fail(Now, isKnown).Fail(Now, !isKnown));
        Assert.NotEqual(account, account.Fail(Now, !isKnown));
    }

    [Fact]
    public void Succeed_WhenThereWereFailures_ShouldForgetThemAndTheLock()
    {
        var account = AccountFactory.Create();

        Assert.Equal(account, (account with { FailedSignIns = 3, LockedUntil = Now, FailedKnownSignIns = 4, KnownLockedUntil = Now }).Succeed());
    }
}
