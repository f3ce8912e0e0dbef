using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.Pages;

public sealed class AccountPageTests(House house) : IClassFixture<House>, IAsyncLifetime
{
    public Task InitializeAsync() => house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Account_WhenThereArePictures_ShouldLeadToThemAndSayHowMuchRoomTheyTake()
    {
        var page = await house.People["owner"].Client.PageAsync("/account");

        Assert.Equal("Your pictures", page.Text(".facts a[href='/account/images']"));
        Assert.Contains("4, with those in the trash", page.Text(".facts"), StringComparison.Ordinal);
        Assert.Matches(@"Space used\s*\d+(\.\d)?\u00a0k?B", page.Text(".facts"));
    }

    [Fact]
    public async Task Account_WhenItWaitsForApproval_ShouldLeadToNoPictures()
    {
        var page = await house.People["pending"].Client.PageAsync("/account");

        Assert.Null(page.QuerySelector("a[href='/account/images']"));
    }

    [Theory]
    [InlineData("administrator", "/admin")]
    [InlineData("janitor", "/admin/images")]
    [InlineData("moderator", "/admin/images")]
    [InlineData("visitor", null)]
    public async Task Bar_OnEveryPage_ShouldLeadToWhatOneHasInHand(string person, string? path)
    {
        var page = await house.People[person].Client.PageAsync("/account");

        Assert.Equal(path, page.QuerySelector(".places a[href^='/admin']")?.GetAttribute("href"));
    }
}
