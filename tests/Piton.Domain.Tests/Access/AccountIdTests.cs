using System.Text;
using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class AccountIdTests
{
    [Fact]
    public void TryParse_WhenTextIsThatOfAnId_ShouldGiveTheId()
    {
        var account = new AccountId(0xcafe);

        Assert.Equal("0000000000000000000000000000cafe", account.ToString());
        Assert.True(AccountId.TryParse(account.ToString(), out var parsed));
        Assert.Equal(account, parsed);
        Assert.True(AccountId.TryParse(Encoding.UTF8.GetBytes(account.ToString()), out var same));
        Assert.Equal(account, same);
    }

    [Fact]
    public void New_WhenCalledTwice_ShouldGiveTwoIds() => Assert.NotEqual(AccountId.New(), AccountId.New());

    [Theory]
    [InlineData(null)]
    [InlineData("cafe")]
    [InlineData("0000000000000000000000000000CAFE")]
    public void TryParse_WhenSpellingIsAnother_ShouldRefuse(string? text)
    {
        Assert.False(AccountId.TryParse(text, out _));
        Assert.False(AccountId.TryParse(Encoding.UTF8.GetBytes(text ?? ""), out _));
    }
}
