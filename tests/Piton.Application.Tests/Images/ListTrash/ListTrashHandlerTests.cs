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
        _listing.PageAsync(new CatalogQuery(ImageSort.Newest, 25, after, Trashed: true), Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actor.Anonymous, after.ToString(), 25));

        Assert.Same(page, result.Value);
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
