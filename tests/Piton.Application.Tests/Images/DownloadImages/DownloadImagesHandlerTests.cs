using Ardalis.Result;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Piton.Application.Images.DownloadImages;
using Piton.Application.Images.OpenRendition;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.DownloadImages;

public sealed class DownloadImagesHandlerTests
{
    private readonly IImageStore _store = Substitute.For<IImageStore>();

    [Fact]
    public async Task Handle_WhenSomeAreThere_ShouldOpenThoseAndNameTheOthers()
    {
        var (shown, trashed, unknown) = (ImageFactory.Create(), ImageFactory.CreateTrashed(), ImageId.New());
        using var content = new MemoryStream();
        _store.OpenAsync(shown.Id, shown.Full, Arg.Any<CancellationToken>()).Returns(content);

        var result = await Handle(CatalogDoubles.HoldingAll(shown, trashed), shown.Id, trashed.Id, unknown, shown.Id);

        DownloadedImage[] expected =
            [new(shown.Id, new OpenedRendition(shown, shown.Full, content)), new(trashed.Id, null), new(unknown, null)];
        Assert.Equal(expected, await ListAsync(result.Value));
    }

    [Fact]
    public async Task Handle_WhenAFileIsLostOrDamaged_ShouldGoOnWithTheOthers()
    {
        var (lost, damaged, good) = (ImageFactory.Create(), ImageFactory.Create(), ImageFactory.Create());
        using var content = new MemoryStream();
        _store.OpenAsync(lost.Id, lost.Full, Arg.Any<CancellationToken>()).Returns((Stream?)null);
        _store.OpenAsync(damaged.Id, damaged.Full, Arg.Any<CancellationToken>()).ThrowsAsync(new InvalidDataException("Too short."));
        _store.OpenAsync(good.Id, good.Full, Arg.Any<CancellationToken>()).Returns(content);

        var result = await Handle(CatalogDoubles.HoldingAll(lost, damaged, good), lost.Id, damaged.Id, good.Id);

        DownloadedImage[] expected =
            [new(lost.Id, null), new(damaged.Id, null), new(good.Id, new OpenedRendition(good, good.Full, content))];
        Assert.Equal(expected, await ListAsync(result.Value));
    }

    [Fact]
    public async Task Handle_WhenNothingIsReadYet_ShouldHaveOpenedNothing()
    {
        var image = ImageFactory.Create();

        await Handle(CatalogDoubles.Holding(image), image.Id);

        Assert.Empty(_store.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await new DownloadImagesHandler(catalog, _store, NullLogger<DownloadImagesHandler>.Instance)
            .Handle(new(Actor.System, [ImageId.New()]), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private static async Task<List<DownloadedImage>> ListAsync(IAsyncEnumerable<DownloadedImage> images)
    {
        var list = new List<DownloadedImage>();
        await foreach (var image in images)
        {
            list.Add(image);
        }

        return list;
    }

    private Task<Result<IAsyncEnumerable<DownloadedImage>>> Handle(IImageCatalog catalog, params ImageId[] ids) =>
        new DownloadImagesHandler(catalog, _store, NullLogger<DownloadImagesHandler>.Instance).Handle(new(Actors.Administrator, ids), CancellationToken.None);
}
