using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.ListImages;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ListImages;

public sealed class ListImagesHandlerTests
{
    private readonly IImageListing _listing = Substitute.For<IImageListing>();

    [Fact]
    public async Task Handle_WhenEverythingIsGiven_ShouldAskTheCatalogueForThatPage()
    {
        var after = CatalogCursor.Behind(ImageFactory.Create(), ImageSort.NameDescending);
        var page = new CatalogPage([ImageFactory.Create()], null, 1);
        _listing.PageAsync(new CatalogQuery(ImageSort.NameDescending, 25, after, "playa"), Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actor.Anonymous, "playa", "name-desc", after.ToString(), 25));

        Assert.Same(page, result.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Handle_WhenNothingIsGiven_ShouldAskForTheNewestThatAreNotInTheTrash(string? nothing)
    {
        var page = new CatalogPage([], null, 0);
        _listing.PageAsync(new CatalogQuery(ImageSort.Newest, 60, null, nothing, Trashed: false), Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actor.Anonymous, nothing, nothing, nothing, 60));

        Assert.Same(page, result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(new(Actor.System, null, null, null, 60));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    private Task<Result<CatalogPage>> Handle(ListImagesQuery query) => new ListImagesHandler(_listing).Handle(query, CancellationToken.None);
}
