using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.GetImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.GetImage;

public sealed class GetImageHandlerTests
{
    [Fact]
    public async Task Handle_WhenTheImageIsInTheGallery_ShouldGiveIt()
    {
        var image = ImageFactory.Create();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id));

        Assert.Same(image, result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheImageIsInTheTrash_ShouldNotFindIt()
    {
        var image = ImageFactory.CreateTrashed();

        var result = await Handle(CatalogDoubles.Holding(image), new(Actors.Administrator, image.Id));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Fact]
    public async Task Handle_WhenThereIsNoSuchImage_ShouldNotFindIt()
    {
        var result = await Handle(CatalogDoubles.Empty(), new(Actors.Administrator, ImageId.New()));

        Assert.Equal(ResultStatus.NotFound, result.Status);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await Handle(catalog, new(Actor.System, ImageId.New()));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private static Task<Result<Image>> Handle(IImageCatalog catalog, GetImageQuery query) =>
        new GetImageHandler(catalog).Handle(query, CancellationToken.None);
}
