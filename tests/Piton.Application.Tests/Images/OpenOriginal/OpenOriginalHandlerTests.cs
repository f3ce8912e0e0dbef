using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.OpenOriginal;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.OpenOriginal;

public sealed class OpenOriginalHandlerTests
{
    private readonly IImageStore _store = Substitute.For<IImageStore>();

    [Fact]
    public async Task Handle_WhenTheOriginalIsKept_ShouldOpenItForItsOwner()
    {
        var image = Kept();
        using var content = new MemoryStream();
        _store.OpenOriginalAsync(image.Id, image.Source, Arg.Any<CancellationToken>()).Returns(content);

        var result = await HandleAsync(image, Actors.Administrator);

        Assert.Equal(new OpenedOriginal(image, content), result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsAnothers_ShouldNotFindItNorAskTheStore() =>
        await AssertNotFoundAsync(Kept() with { Owner = new AccountId(7) });

    [Fact]
    public async Task Handle_WhenTheOriginalIsNotKept_ShouldNotFindItNorAskTheStore() =>
        await AssertNotFoundAsync(ImageFactory.Create());

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldNotFindItNorAskTheStore() =>
        await AssertNotFoundAsync(Kept().MoveToTrash(ImageFactory.Noon));

    [Fact]
    public async Task Handle_WhenTheStoreHasLostIt_ShouldNotFindIt()
    {
        _store.OpenOriginalAsync(default, default!, default).ReturnsForAnyArgs((Stream?)null);

        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(Kept(), Actors.Administrator)).Status);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuse()
    {
        Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(Kept(), Actor.System)).Status);
        Assert.Empty(_store.ReceivedCalls());
    }

    private static Image Kept()
    {
        var image = ImageFactory.Create();
        return image with { Source = image.Source with { Kept = true } };
    }

    private async Task AssertNotFoundAsync(Image image)
    {
        Assert.Equal(ResultStatus.NotFound, (await HandleAsync(image, Actors.Administrator)).Status);
        Assert.Empty(_store.ReceivedCalls());
    }

    private Task<Result<OpenedOriginal>> HandleAsync(Image image, Actor actor) =>
        new OpenOriginalHandler(CatalogDoubles.Holding(image), _store).Handle(new(actor, image.Id), CancellationToken.None);
}
