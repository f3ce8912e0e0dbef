using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.OpenRendition;

public sealed class OpenRenditionHandlerTests
{
    private readonly IImageStore _store = Substitute.For<IImageStore>();

    [Fact]
    public async Task Handle_WhenTheRenditionExists_ShouldOpenIt()
    {
        var image = ImageFactory.Create();
        var rendition = image.Find(RenditionName.W320)!;
        using var content = new MemoryStream();
        _store.OpenAsync(image.Id, rendition, Arg.Any<CancellationToken>()).Returns(content);

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "w320"));

        Assert.Equal(new OpenedRendition(image, rendition, content), result.Value);
    }

    [Theory]
    [InlineData("w1600")]
    [InlineData("FULL")]
    [InlineData("../image.json")]
    [InlineData("")]
    public async Task Handle_WhenTheImageHasNoSuchRendition_ShouldNotFindItNorAskTheStore(string name)
    {
        var image = ImageFactory.Create();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, name));

        Assert.Equal(ResultStatus.NotFound, result.Status);
        Assert.Empty(_store.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldNotFindItNorAskTheStore()
    {
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "full"));

        Assert.Equal(ResultStatus.NotFound, result.Status);
        Assert.Empty(_store.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchImage_ShouldNotFindIt()
    {
        var result = await Handle(CatalogDoubles.Empty(), new(Actors.Administrator, ImageId.New(), "full"));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Fact]
    public async Task Handle_WhenTheStoreHasLostTheFile_ShouldNotFindIt()
    {
        var image = ImageFactory.Create();
        _store.OpenAsync(default, default!, default).ReturnsForAnyArgs((Stream?)null);

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id, "full"));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await Handle(catalog, new(Actor.System, ImageId.New(), "full"));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private Task<Result<OpenedRendition>> Handle(IImageCatalog catalog, OpenRenditionQuery query) =>
        new OpenRenditionHandler(catalog, _store).Handle(query, CancellationToken.None);
}
