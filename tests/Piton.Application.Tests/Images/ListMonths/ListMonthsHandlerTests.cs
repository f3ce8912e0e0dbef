using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.ListMonths;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.ListMonths;

public sealed class ListMonthsHandlerTests
{
    private readonly IImageListing _listing = Substitute.For<IImageListing>();

    [Theory]
    [InlineData(null, ImageSort.Newest)]
    [InlineData("newest", ImageSort.Newest)]
    [InlineData("oldest", ImageSort.Oldest)]
    public async Task Handle_WhenThereAreMonths_ShouldSayWhereTheirPagesBegin(string? name, ImageSort sort)
    {
        MonthCount[] months = [new(new(2026, 2, 1), 7), new(new(2025, 12, 1), 1)];
        _listing.MonthsAsync(CatalogScope.SeenBy(Actors.Administrator.Account!.Value), "playa", Arg.Any<CancellationToken>()).Returns(months);

        var result = await Handle(new(Actors.Administrator, "playa", name));

        Assert.Equal(months.Select(month => new ListedMonth(month, CatalogCursor.AtMonth(month.Month, sort))), result.Value);
    }

    [Fact]
    public async Task Handle_WhenOnesOwnAreAskedFor_ShouldCountThoseAlone()
    {
        MonthCount[] months = [new(new(2026, 2, 1), 7)];
        _listing.MonthsAsync(CatalogScope.OwnedBy(Actors.Visitor.Account!.Value), null, Arg.Any<CancellationToken>()).Returns(months);

        var result = await Handle(new(Actors.Visitor, null, null) { Whose = "own" });

        Assert.Equal(7, Assert.Single(result.Value).Images.Count);
    }

    [Fact]
    public async Task Handle_WhenThoseOfAllAreNotTheirsToList_ShouldRefuse()
    {
        var result = await Handle(new(Actors.Visitor, null, null) { Whose = "all" });

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(new(Actor.System, null, null));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    private Task<Result<IReadOnlyList<ListedMonth>>> Handle(ListMonthsQuery query) => new ListMonthsHandler(_listing).Handle(query, CancellationToken.None);
}
