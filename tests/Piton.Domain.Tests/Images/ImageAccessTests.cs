using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class ImageAccessTests
{
    private static readonly AccountId Ana = new(1);
    private static readonly AccountId Bob = new(2);

    [Theory]
    [InlineData(Role.Anonymous, true, true, false)]
    [InlineData(Role.Pending, true, true, false)]
    [InlineData(Role.Visitor, true, true, false)]
    [InlineData(Role.Janitor, true, true, true)]
    [InlineData(Role.Moderator, true, true, true)]
    [InlineData(Role.Administrator, true, true, true)]
    [InlineData(Role.System, false, false, false)]
    public void MaySee_WhenItIsAnothers_ShouldGoByVisibilityAndRole(Role role, bool isPublicSeen, bool isUnlistedSeen, bool isPrivateSeen)
    {
        var actor = new Actor(role, role is Role.Anonymous or Role.System ? null : Ana);

        Assert.Equal(isPublicSeen, actor.MaySee(OfBob(Visibility.Public)));
        Assert.Equal(isUnlistedSeen, actor.MaySee(OfBob(Visibility.Unlisted)));
        Assert.Equal(isPrivateSeen, actor.MaySee(OfBob(Visibility.Private)));
        Assert.False(actor.MaySee(OfBob(Visibility.Public).MoveToTrash(ImageFactory.Noon)));
    }

    [Fact]
    public void MaySee_WhenItIsOnesOwnAndPrivate_ShouldBeSo() => Assert.True(new Actor(Role.Visitor, Bob).MaySee(OfBob(Visibility.Private)));

    [Fact]
    public void MaySee_WhenItIsPrivateAndNobodys_ShouldNotBeSoForNobody() =>
        Assert.False(Actor.Anonymous.MaySee(OfBob(Visibility.Private) with { Owner = null }));

    [Fact]
    public void Gallery_WhenSomebodySignedIn_ShouldHoldTheirOwnToo()
    {
        Assert.Equal(CatalogScope.Public, Actor.Anonymous.Gallery());
        Assert.Equal(CatalogScope.Public, new Actor(Role.Pending, Ana).Gallery());
        Assert.Equal(CatalogScope.SeenBy(Ana), new Actor(Role.Administrator, Ana).Gallery());
        Assert.Equal(CatalogScope.Public, new Actor(Role.Visitor, Ana) { Scopes = TokenScopes.Upload }.Gallery());
    }

    [Fact]
    public void ScopeOf_WhenARightReachesSomewhere_ShouldHoldWhatItReaches()
    {
        Assert.Equal(CatalogScope.OwnedBy(Ana), new Actor(Role.Visitor, Ana).ScopeOf(Right.RestoreImages));
        Assert.Equal(CatalogScope.All, new Actor(Role.Janitor, Ana).ScopeOf(Right.RestoreImages));
        Assert.Equal(default, Actor.Anonymous.ScopeOf(Right.RestoreImages));
    }

    private static Image OfBob(Visibility visibility) => ImageFactory.Create() with { Owner = Bob, Visibility = visibility };
}
