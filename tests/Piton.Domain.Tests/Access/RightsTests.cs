using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class RightsTests
{
    private static readonly AccountId Ana = new(1);
    private static readonly AccountId Bob = new(2);

    // What the roles are for, in words: docs/security.md has the same.
    [Theory]
    [InlineData(Role.Anonymous, "ViewImages", "")]
    [InlineData(Role.Pending, "ViewImages", "ManageAccount")]
    [InlineData(
        Role.Visitor,
        "ViewImages",
        "ViewHiddenImages OpenOriginals UploadImages EditImages ShareImages DeleteImages RestoreImages EmptyTrash ManageAccount ManageTokens")]
    [InlineData(
        Role.Janitor, "ViewImages ViewHiddenImages EditImages RestoreImages", "OpenOriginals UploadImages ShareImages ManageAccount ManageTokens")]
    [InlineData(
        Role.Moderator,
        "ViewImages ViewHiddenImages EditImages ShareImages DeleteImages RestoreImages",
        "OpenOriginals UploadImages EmptyTrash ManageAccount ManageTokens")]
    [InlineData(
        Role.Administrator,
        "ViewImages ViewHiddenImages EditImages ShareImages DeleteImages RestoreImages EmptyTrash Administer ReadMetrics",
        "OpenOriginals UploadImages ManageAccount ManageTokens")]
    [InlineData(Role.System, "ManageTokens Administer PurgeTrash VerifyLibrary CompactLibrary ImportImages", "")]
    public void ReachOf_WhenAskedForAnyRight_ShouldAnswerByTheTable(Role role, string any, string own)
    {
        var actor = new Actor(role, role is Role.Anonymous or Role.System ? null : Ana);

        foreach (var right in Enum.GetValues<Right>())
        {
            var expected = any.Split(' ').Contains($"{right}") ? Reach.Any : own.Split(' ').Contains($"{right}") ? Reach.Own : Reach.None;
            Assert.Equal((right, expected), (right, actor.ReachOf(right)));
        }
    }

    [Fact]
    public void ReachOf_WhenARoleOrARightIsAdded_ShouldHaveAPlaceForIt() => Assert.All(
        Enum.GetValues<Role>(), role => Assert.All(Enum.GetValues<Right>(), right => new Actor(role, null).ReachOf(right)));

    [Fact]
    public void May_WhenItIsOnesOwnOnly_ShouldAskWhoseItIs()
    {
        var visitor = new Actor(Role.Visitor, Ana);

        Assert.True(visitor.May(Right.DeleteImages, Ana));
        Assert.False(visitor.May(Right.DeleteImages, Bob));
        Assert.False(visitor.May(Right.DeleteImages, null));
        Assert.True(new Actor(Role.Moderator, Ana).May(Right.DeleteImages, null));
    }

    [Theory]
    [InlineData(TokenScopes.None, "")]
    [InlineData(TokenScopes.Read, "ViewImages ViewHiddenImages OpenOriginals")]
    [InlineData(TokenScopes.Upload, "UploadImages")]
    [InlineData(TokenScopes.Manage, "ViewImages ViewHiddenImages EditImages ShareImages DeleteImages RestoreImages EmptyTrash")]
    [InlineData(TokenScopes.Metrics, "ReadMetrics")]
    public void May_WhenATokenIsShown_ShouldAllowWhatItIsForAndNothingElse(TokenScopes scopes, string allowed)
    {
        var actor = new Actor(Role.Administrator, Ana) { Scopes = scopes };

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), Enum.GetValues<Right>().Where(actor.May).Select(right => $"{right}"));
    }

    [Fact]
    public void May_WhenATokenIsOfALesserRole_ShouldGiveNoMoreThanTheRole() =>
        Assert.False(new Actor(Role.Pending, Ana) { Scopes = TokenScopes.Read | TokenScopes.Upload | TokenScopes.Manage }.May(Right.UploadImages));

    [Fact]
    public void May_WhenShutOut_ShouldAllowNothing() =>
        Assert.All(Enum.GetValues<Right>(), right => Assert.False((Actor.Anonymous with { IsShutOut = true }).May(right)));

    [Fact]
    public void May_WhenAMemberToBeIsShutOut_ShouldAllowTheirOwnAccountAndNothingElse()
    {
        var actor = new Actor(Role.Pending, Ana) { IsShutOut = true };

        Assert.Equal([Right.ManageAccount], Enum.GetValues<Right>().Where(actor.May));
        Assert.True(actor.May(Right.ManageAccount, Ana));
        Assert.False(actor.May(Right.ManageAccount, Bob));
        Assert.False((actor with { Scopes = TokenScopes.Read }).May(Right.ManageAccount));
    }

    [Fact]
    public void Actors_WhenNobodySignedIn_ShouldHaveNoAccount()
    {
        Assert.Equal(new Actor(Role.Anonymous, null), Actor.Anonymous);
        Assert.Equal(new Actor(Role.System, null) { Name = "Piton" }, Actor.System);
    }
}
