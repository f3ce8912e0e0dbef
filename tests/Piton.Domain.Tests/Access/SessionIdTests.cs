using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class SessionIdTests
{
    [Fact]
    public void TryParse_WhenTextIsThatOfAnId_ShouldGiveTheId()
    {
        var id = new SessionId(0xcafe);

        Assert.Equal("0000000000000000000000000000cafe", id.ToString());
        Assert.True(SessionId.TryParse(id.ToString(), out var parsed));
        Assert.Equal(id, parsed);
    }

    [Fact]
    public void New_WhenCalledTwice_ShouldGiveTwoIds() => Assert.NotEqual(SessionId.New(), SessionId.New());

    [Theory]
    [InlineData(null)]
    [InlineData("cafe")]
    [InlineData("0000000000000000000000000000CAFE")]
    public void TryParse_WhenSpellingIsAnother_ShouldRefuse(string? text) => Assert.False(SessionId.TryParse(text, out _));
}
