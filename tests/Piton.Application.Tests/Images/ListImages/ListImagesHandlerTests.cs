using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.ListImages;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.ListImages;

public sealed class ListImagesHandlerTests
{
    private static readonly CatalogScope Seen = CatalogScope.SeenBy(Actors.Administrator.Account!.Value);

    private readonly IImageListing _listing = Substitute.For<IImageListing>();

    [Fact]
    public async Task Handle_WhenEverythingIsGiven_ShouldAskTheCatalogueForThatPage()
    {
        var after = CatalogCursor.Behind(ImageFactory.Create(), ImageSort.NameDescending);
        var page = new CatalogPage([ImageFactory.Create()], null, 1);
        _listing.PageAsync(new CatalogQuery(ImageSort.NameDescending, 25, after, "playa") { Scope = Seen }, Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actors.Administrator, "playa", "name-desc", after.ToString(), 25));

        Assert.Same(page, result.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Handle_WhenNothingIsGiven_ShouldAskForTheNewestThatAreNotInTheTrash(string? nothing)
    {
        var page = new CatalogPage([], null, 0);
        _listing.PageAsync(new CatalogQuery(ImageSort.Newest, 60, null, nothing, Trashed: false) { Scope = Seen }, Arg.Any<CancellationToken>()).Returns(page);

        var result = await Handle(new(Actors.Administrator, nothing, nothing, nothing, 60));

        Assert.Same(page, result.Value);
    }

    [Fact]
    public async Task Handle_WhenNobodySignedIn_ShouldAskForWhatEverybodyFinds() =>
        await ShouldAskForAsync(CatalogScope.Public, Actor.Anonymous, "gallery");

    [Fact]
    public async Task Handle_WhenOnesOwnAreAskedFor_ShouldAskForThoseAlone() =>
        await ShouldAskForAsync(CatalogScope.OwnedBy(Actors.Visitor.Account!.Value), Actors.Visitor, "own");

    [Fact]
    public async Task Handle_WhenAllAreAskedForByOneOfTheHouse_ShouldAskForAll() =>
        await ShouldAskForAsync(CatalogScope.All, Actors.Janitor, "all");

    [Theory]
    [InlineData("own", Role.Anonymous)]
    [InlineData("own", Role.Pending)]
    [InlineData("all", Role.Anonymous)]
    [InlineData("all", Role.Visitor)]
    public async Task Handle_WhenTheyAreNotTheirsToList_ShouldRefuse(string whose, Role role)
    {
        var actor = new Actor(role, role == Role.Anonymous ? null : new AccountId(1));

        var result = await Handle(new(actor, null, null, null, 60) { Whose = whose });

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await Handle(new(Actor.System, null, null, null, 60));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(_listing.ReceivedCalls());
    }

    private async Task ShouldAskForAsync(CatalogScope scope, Actor actor, string whose)
    {
        var page = new CatalogPage([], null, 0);
        _listing.PageAsync(new CatalogQuery(ImageSort.Newest, 60) { Scope = scope }, Arg.Any<CancellationToken>()).Returns(page);

        Assert.Same(page, (await Handle(new(actor, null, null, null, 60) { Whose = whose })).Value);
    }

    private Task<Result<CatalogPage>> Handle(ListImagesQuery query) => new ListImagesHandler(_listing).Handle(query, CancellationToken.None);
}
