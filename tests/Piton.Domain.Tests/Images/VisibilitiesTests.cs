using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class VisibilitiesTests
{
    [Theory]
    [InlineData("public", Visibility.Public)]
    [InlineData("unlisted", Visibility.Unlisted)]
    [InlineData("private", Visibility.Private)]
    public void FromName_WhenTextIsAName_ShouldGiveTheVisibilityThatIsCalledSo(string name, Visibility visibility)
    {
        Assert.Equal(visibility, Visibilities.FromName(name));
        Assert.Equal(name, visibility.Name());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Private")]
    [InlineData("private ")]
    [InlineData("2")]
    public void FromName_WhenTextIsNoName_ShouldGiveNull(string? name) => Assert.Null(Visibilities.FromName(name));

    [Fact]
    public void Names_WhenRead_ShouldNameEveryVisibilityTheDefaultFirst() =>
        Assert.Equal(Enum.GetValues<Visibility>(), Visibilities.Names.Select(name => Visibilities.FromName(name)!.Value));
}
