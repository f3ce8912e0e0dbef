using Ardalis.Result;
using NSubstitute;
using Piton.Application.Accounts;
using Piton.Application.Accounts.ListAccounts;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Accounts.ListAccounts;

public sealed class ListAccountsHandlerTests
{
    private readonly AccountScene _scene = new();
    private readonly IImageListing _images = Substitute.For<IImageListing>();

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldGiveEachWithItsUsageTheOldestFirst()
    {
        Account[] accounts = [_scene.Add(), _scene.Add(Role.Pending), _scene.Add(Role.Administrator)];
        var usage = new ImageUsage(3, 2000);
        _images.UsageAsync(accounts[1].Id, Arg.Any<CancellationToken>()).Returns(usage);

        var page = (await HandleAsync(Actors.Administrator)).Value;

        Assert.Equal([new(accounts[0], default), new(accounts[1], usage), new AccountOverview(accounts[2], default)], page.Items);
        Assert.Equal((null, 3), (page.Next, page.Total));
    }

    [Fact]
    public async Task Handle_WhenThereAreMore_ShouldGoOnWhereThePageBeforeEnded()
    {
        Account[] accounts = [_scene.Add(), _scene.Add(), _scene.Add()];

        var first = (await HandleAsync(Actor.System, limit: 2)).Value;
        var second = (await HandleAsync(Actor.System, after: first.Next!.ToString(), limit: 2)).Value;

        Assert.Equal(accounts[..2], first.Items.Select(item => item.Account));
        Assert.Equal(accounts[2..], second.Items.Select(item => item.Account));
        Assert.Equal((null, 3), (second.Next, second.Total));
    }

    [Theory]
    [InlineData(null, null, 3)]
    [InlineData("", "", 3)]
    [InlineData("BODY2", null, 1)]
    [InlineData(null, "pending", 2)]
    [InlineData("body1", "pending", 0)]
    public async Task Handle_WhenSearched_ShouldGiveWhatIsMeant(string? search, string? role, int expected)
    {
        _scene.Add();
        _scene.Add(Role.Pending);
        _scene.Add(Role.Pending);

        Assert.Equal(expected, (await HandleAsync(Actors.Administrator, search, role)).Value.Total);
    }

    [Fact]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse()
    {
        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor)).Status);
        }
    }

    private Task<Result<ListedAccounts>> HandleAsync(
        Actor actor, string? search = null, string? role = null, string? after = null, int limit = 200) =>
        new ListAccountsHandler(_scene.Access, _images).Handle(new ListAccountsQuery(actor, search, role, after, limit), CancellationToken.None);
}
