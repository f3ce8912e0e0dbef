using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What the pages of the door are like.</summary>
public sealed class DoorPageTests(ProxiedHouse house) : IClassFixture<ProxiedHouse>
{
    [Theory]
    [InlineData("/account/sign-in", "current-password")]
    [InlineData("/account/register", "new-password")]
    [InlineData("/account/reset?ticket=x", "new-password")]
    [InlineData("/account", "current-password")]
    public async Task Password_OnEveryForm_ShouldBeMaskedAndOpenToManagers(string path, string autocomplete)
    {
        using var keeper = await house.KeeperAsync();

        var page = await keeper.PageAsync(path);

        var fields = page.QuerySelectorAll("input").Where(input => input.GetAttribute("name")?.Contains("password", StringComparison.OrdinalIgnoreCase) == true).ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Equal("password", field.GetAttribute("type")));
        Assert.All(fields, field => Assert.Contains(field.GetAttribute("autocomplete"), new[] { "current-password", "new-password" }));
        Assert.Contains(fields, field => field.GetAttribute("autocomplete") == autocomplete);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/trash")]
    [InlineData("/admin/users")]
    [InlineData("/admin/audit")]
    public async Task SignOut_FromEveryPage_ShouldBeOneStepAway(string path)
    {
        using var keeper = await house.KeeperAsync();

        var account = (await keeper.PageAsync(path)).QuerySelector("header a[href='/account']");

        Assert.NotNull(account);
        Assert.NotNull((await keeper.PageAsync(account.GetAttribute("href")!)).QuerySelector("form[action='/account/sign-out'] button"));
    }
}
