using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class TokenScopeNamesTests
{
    [Theory]
    [InlineData(TokenScopes.Read, "read")]
    [InlineData(TokenScopes.Upload, "upload")]
    [InlineData(TokenScopes.Manage, "manage")]
    [InlineData(TokenScopes.Metrics, "metrics")]
    [InlineData(TokenScopes.Read | TokenScopes.Manage, "read", "manage")]
    [InlineData(TokenScopes.Read | TokenScopes.Upload | TokenScopes.Manage, "read", "upload", "manage")]
    public void FromNames_WhenAllAreNames_ShouldGiveTheScopesThatAreCalledSo(TokenScopes scopes, params string[] names)
    {
        Assert.Equal(scopes, TokenScopeNames.FromNames(names));
        Assert.Equal(scopes, TokenScopeNames.FromNames(names.Reverse().Concat(names)));
        Assert.Equal(names, TokenScopeNames.NamesOf(scopes));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("Read")]
    [InlineData("read ")]
    [InlineData("none")]
    [InlineData("read,upload")]
    [InlineData("read", "administer")]
    public void FromNames_WhenOneIsNoneOrThereIsNone_ShouldGiveNull(params string[] names) => Assert.Null(TokenScopeNames.FromNames(names));

    [Fact]
    public void NamesOf_WhenThereIsNoScope_ShouldBeEmpty() => Assert.Empty(TokenScopeNames.NamesOf(TokenScopes.None));

    [Fact]
    public void All_WhenRead_ShouldNameEveryScope() => Assert.Equal(
        Enum.GetValues<TokenScopes>().Except([TokenScopes.None]), TokenScopeNames.All.Select(name => TokenScopeNames.FromNames([name])!.Value));
}
