using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class RightsTests
{
    private static readonly Right[] OfEverybody =
        [Right.ViewImages, Right.UploadImages, Right.EditImages, Right.DeleteImages, Right.RestoreImages, Right.EmptyTrash, Right.OpenOriginals];

    private static readonly Right[] OfPitonItself = [Right.PurgeTrash, Right.VerifyLibrary];

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Pending)]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Janitor)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.System)]
    public void May_WhenAskedForAnyRight_ShouldAnswerByTheTable(Role role)
    {
        var allowed = role is Role.System ? OfPitonItself : OfEverybody;

        Assert.Equal(allowed, Enum.GetValues<Right>().Where(right => new Actor(role, null).May(right)));
    }

    [Fact]
    public void May_WhenARoleIsAdded_ShouldHaveAPlaceForIt() =>
        Assert.All(Enum.GetValues<Role>(), role => new Actor(role, null).May(Right.ViewImages));

    [Fact]
    public void Actors_WhenNobodySignedIn_ShouldHaveNoAccount()
    {
        Assert.Equal(new Actor(Role.Anonymous, null), Actor.Anonymous);
        Assert.Equal(new Actor(Role.System, null), Actor.System);
    }
}
