using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class TokenIdTests
{
    [Fact]
    public void TryParse_WhenTextIsThatOfAnId_ShouldGiveTheId()
    {
        var id = new TokenId(0xcafe);

        Assert.Equal("0000000000000000000000000000cafe", id.ToString());
        Assert.True(TokenId.TryParse(id.ToString(), out var parsed));
        Assert.Equal(id, parsed);
    }

    [Fact]
    public void New_WhenCalledTwice_ShouldGiveTwoIds() => Assert.NotEqual(TokenId.New(), TokenId.New());

    [Theory]
    [InlineData(null)]
    [InlineData("cafe")]
    [InlineData("0000000000000000000000000000CAFE")]
    public void TryParse_WhenSpellingIsAnother_ShouldRefuse(string? text) => Assert.False(TokenId.TryParse(text, out _));
}
