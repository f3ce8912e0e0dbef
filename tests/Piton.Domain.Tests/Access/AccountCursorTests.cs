using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class AccountCursorTests
{
    [Fact]
    public void TryParse_WhenItIsACursor_ShouldGiveItBack()
    {
        var cursor = AccountCursor.Behind(AccountFactory.Create());

        Assert.True(AccountCursor.TryParse(cursor.ToString(), out var parsed));
        Assert.Equal(cursor, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-00000000000000000000000000000007")]
    [InlineData("01-00000000000000000000000000000007")]
    [InlineData("-1-00000000000000000000000000000007")]
    [InlineData("1-7")]
    [InlineData("1-00000000000000000000000000000007-")]
    [InlineData("99999999999999999999-00000000000000000000000000000007")]
    public void TryParse_WhenItIsNone_ShouldRefuse(string? text) => Assert.False(AccountCursor.TryParse(text, out _));
}
