using Piton.Domain.Access;

namespace Piton.Domain.Tests.Access;

public sealed class RolesTests
{
    [Theory]
    [InlineData("pending", Role.Pending)]
    [InlineData("visitor", Role.Visitor)]
    [InlineData("janitor", Role.Janitor)]
    [InlineData("moderator", Role.Moderator)]
    [InlineData("administrator", Role.Administrator)]
    public void FromName_WhenTextIsAName_ShouldGiveTheRoleThatIsCalledSo(string name, Role role)
    {
        Assert.Equal(role, Roles.FromName(name));
        Assert.Equal(name, role.Name());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Visitor")]
    [InlineData("visitor ")]
    [InlineData("5")]
    [InlineData("anonymous")]
    [InlineData("system")]
    public void FromName_WhenTextIsNoName_ShouldGiveNull(string? name) => Assert.Null(Roles.FromName(name));

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.System)]
    public void Name_WhenNoAccountCanHaveTheRole_ShouldThrow(Role role) => Assert.Throws<ArgumentOutOfRangeException>(() => role.Name());

    [Fact]
    public void Names_WhenRead_ShouldNameEveryRoleOfAnAccountTheLeastFirst() =>
        Assert.Equal(Enum.GetValues<Role>().Except([Role.Anonymous, Role.System]), Roles.Names.Select(name => Roles.FromName(name)!.Value));
}
