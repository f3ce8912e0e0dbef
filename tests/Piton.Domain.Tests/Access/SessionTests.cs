using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Access;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void IsExpired_WhenAsked_ShouldBeFromItsTimeOn(int ticks, bool expected)
    {
        Assert.Equal(expected, Create(null).IsExpired(Now.AddTicks(-ticks)));
        Assert.Equal(expected, (AccountFactory.Token() with { ExpiresAt = Now }).IsExpired(Now.AddTicks(-ticks)));
        Assert.False(AccountFactory.Token().IsExpired(Now));
    }

    [Fact]
    public void UserAgent_WhenLong_ShouldBeCutBetweenCharacters()
    {
        Assert.Null(Create(null).UserAgent);
        Assert.Equal(new string('a', 400), Create(new string('a', 401)).UserAgent);
        Assert.Equal(new string('a', 399), Create(new string('a', 399) + "\U0001f600").UserAgent);
    }

    private static Session Create(string? userAgent) => new()
    {
        Id = new SessionId(1),
        KeyHash = new ContentHash(1, 2),
        Account = new AccountId(3),
        SecurityStamp = "stamp",
        CreatedAt = Now.AddDays(-1),
        SeenAt = Now.AddDays(-1),
        ExpiresAt = Now,
        UserAgent = userAgent,
    };
}
