using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class AccessPolicyTests
{
    [Fact]
    public void AccessPolicy_WhenNothingIsSaid_ShouldAskForApprovalAndShowTheGallery() =>
        Assert.Equal(new AccessPolicy(Registration.Approval, GalleryAccess.Public), new AccessPolicy());

    [Theory]
    [InlineData(Role.Anonymous, true)]
    [InlineData(Role.Pending, true)]
    [InlineData(Role.Visitor, false)]
    [InlineData(Role.Janitor, false)]
    [InlineData(Role.Moderator, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.System, false)]
    public void ShutsOut_WhenTheGalleryIsForMembers_ShouldBeWhoeverIsNone(Role role, bool expected)
    {
        Assert.Equal(expected, new AccessPolicy(Gallery: GalleryAccess.SignedIn).ShutsOut(role));
        Assert.False(new AccessPolicy(Gallery: GalleryAccess.Public).ShutsOut(role));
    }
}
