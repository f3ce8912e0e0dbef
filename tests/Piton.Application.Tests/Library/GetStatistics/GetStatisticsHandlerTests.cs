using Ardalis.Result;
using NSubstitute;
using Piton.Application.Library.GetStatistics;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Library.GetStatistics;

public sealed class GetStatisticsHandlerTests
{
    private readonly IImageStatistics _images = Substitute.For<IImageStatistics>();
    private readonly IAccountListing _accounts = Substitute.For<IAccountListing>();
    private readonly TimeProvider _clock = Substitute.For<TimeProvider>();

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldCountImagesAccountsAndDays()
    {
        var totals = new ImageTotals(5, 3, 2, 1, 900, 300, 400);
        DayCount[] days = [new(new(2026, 3, 30), 4)];
        _clock.GetUtcNow().Returns(new DateTimeOffset(2026, 3, 30, 23, 59, 0, TimeSpan.Zero));
        _images.TotalsAsync(Arg.Any<CancellationToken>()).Returns(totals);
        _images.DaysAsync(new(2026, 3, 1), new(2026, 3, 30), Arg.Any<CancellationToken>()).Returns(days);
        _accounts.PageAsync(default!, default).ReturnsForAnyArgs(call => new AccountPage([], null, (int)call.Arg<AccountQuery>().Role!.Value));

        var result = await Handle(Actors.Administrator);

        Assert.Equal(totals, result.Value.Images);
        Assert.Same(days, result.Value.Days);
        Role[] roles = [Role.Pending, Role.Visitor, Role.Janitor, Role.Moderator, Role.Administrator];
        Assert.Equal(roles.Select(role => new RoleCount(role, (int)role)), result.Value.Accounts);
    }

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Moderator)]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuseAndTouchNothing(Role role)
    {
        var result = await Handle(new Actor(role, role == Role.Anonymous ? null : new AccountId(1)));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_images.ReceivedCalls());
        Assert.Empty(_accounts.ReceivedCalls());
    }

    private Task<Result<LibraryStatistics>> Handle(Actor actor) =>
        new GetStatisticsHandler(_images, _accounts, _clock).Handle(new(actor), CancellationToken.None);
}
