using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.ListTrash;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ListTrash;

public sealed class ListTrashHandlerTests
{
    private readonly IImageListing _listing = Substitute.For<IImageListing>();

    [Fact]
    public async Task Handle_WhenACursorIsGiven_ShouldAskTheCatalogueForThatPageOfTheTrash()
    {
        var after = CatalogCursor.Behind(ImageFactory.CreateTrashed(), ImageSort.Newest);
        var page = new CatalogPage([ImageFactory.CreateTrashed()], null, 1);
        _listing.PageAsync(new CatalogQuery(ImageSort.Newest, 25, after, Trashed: true) { Scope = CatalogScope.All }, Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actors.Administrator, after.ToString(), 25));

        Assert.Same(page, result.Value);
    }

    [Fact]
    public async Task Handle_WhenAVisitorAsks_ShouldAskForTheirOwn()
    {
        var page = new CatalogPage([], null, 0);
        var query = new CatalogQuery(ImageSort.Newest, 60, Trashed: true) { Scope = CatalogScope.OwnedBy(Actors.Visitor.Account!.Value) };
        _listing.PageAsync(query, Arg.Any<CancellationToken>()).Returns(page);

        Assert.Same(page, (await Handle(new(Actors.Visitor, null, 60))).Value);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(new(Actor.System, null, 60));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    private Task<Result<CatalogPage>> Handle(ListTrashQuery query) => new ListTrashHandler(_listing).Handle(query, CancellationToken.None);
}
