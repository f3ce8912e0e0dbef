using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Access;

public sealed class SessionTermsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    // After so many hours of use, and in so many hours from the beginning.
    [Theory]
    [InlineData(false, 0, 12)]
    [InlineData(false, 11, 23)]
    [InlineData(false, 12, 24)]
    [InlineData(false, 20, 24)]
    [InlineData(true, 0, 30 * 24)]
    [InlineData(true, 149 * 24, 179 * 24)]
    [InlineData(true, 150 * 24, 180 * 24)]
    [InlineData(true, 170 * 24, 180 * 24)]
    public void EndOf_WhenUsedSoFar_ShouldBeSoLongAfterItsUseButNoLongerThanItsWhole(bool isPersistent, int usedFor, int end) =>
        Assert.Equal(Start.AddHours(end), SessionTerms.EndOf(isPersistent, Start, Start.AddHours(usedFor)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Touch_WhenTheGrainIsOver_ShouldMoveItsEnd(bool isPersistent)
    {
        var (session, now) = (Create(isPersistent), Start + SessionTerms.Grain);

        Assert.Equal(session with { SeenAt = now, ExpiresAt = SessionTerms.EndOf(isPersistent, Start, now) }, session.Touch(now));
    }

    [Fact]
    public void Touch_WhenItIsWithinTheGrain_ShouldBeTheSameSession()
    {
        var session = Create(isPersistent: false);

        Assert.Same(session, session.Touch(Start + SessionTerms.Grain - TimeSpan.FromTicks(1)));
        Assert.Same(session, session.Touch(Start.AddHours(-1)));
    }

    [Fact]
    public void Touch_WhenItIsUsedAllTheTime_ShouldEndAtItsWholeAllTheSame()
    {
        var session = Enumerable.Range(0, 24 * 6).Aggregate(Create(isPersistent: false), (it, step) => it.Touch(Start.AddMinutes(10 * step)));

        Assert.Equal(Start.AddDays(1), session.ExpiresAt);
    }

    private static Session Create(bool isPersistent) => new()
    {
        Id = new SessionId(1),
        KeyHash = new ContentHash(1, 2),
        Account = new AccountId(3),
        SecurityStamp = "stamp",
        CreatedAt = Start,
        SeenAt = Start,
        ExpiresAt = SessionTerms.EndOf(isPersistent, Start, Start),
        IsPersistent = isPersistent,
    };
}
