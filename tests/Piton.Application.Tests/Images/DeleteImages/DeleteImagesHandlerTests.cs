using Ardalis.Result;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Application.Images;
using Piton.Application.Images.DeleteImages;
using Piton.Application.Refusals;
using Piton.Application.Tests.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.DeleteImages;

public sealed class DeleteImagesHandlerTests
{
    private readonly AccountScene _house = new();
    private readonly FakeTimeProvider _clock = new(ImageFactory.Noon);

    [Fact]
    public async Task Handle_WhenSomeAreInTheGallery_ShouldMoveThoseToTheTrashAndSayWhatBecameOfEach()
    {
        var (shown, trashed, unknown) = (ImageFactory.Create(), ImageFactory.CreateTrashed(ImageFactory.Noon.AddDays(-1)), ImageId.New());
        var catalog = CatalogDoubles.HoldingAll(shown, trashed);

        var result = await Handle(catalog, shown.Id, trashed.Id, unknown, shown.Id);

        ChangedImage[] expected =
        [
            new(shown.Id, SelectionOutcome.Done), new(trashed.Id, SelectionOutcome.Missing), new(unknown, SelectionOutcome.Missing),
        ];
        Assert.Equal(expected, result.Value);
    }

    [Fact]
    public async Task Handle_WhenItDeletes_ShouldUseTheTimeOfNow()
    {
        var image = ImageFactory.Create();
        var catalog = CatalogDoubles.Holding(image);

        await Handle(catalog, image.Id);

        var change = Assert.IsType<Func<Image, Image?>>(Assert.Single(catalog.ReceivedCalls()).GetArguments()[1]);
        Assert.Equal(image.MoveToTrash(ImageFactory.Noon), change(image));
    }

    [Fact]
    public async Task Handle_WhenThereAreMany_ShouldAskForAllBeforeItWaitsForAny()
    {
        var catalog = Substitute.For<IImageCatalog>();
        var written = new TaskCompletionSource<CatalogChange>();
        catalog.UpdateAsync(default, default!, default).ReturnsForAnyArgs(written.Task);

        var handling = Handle(catalog, [.. Enumerable.Range(0, 1000).Select(_ => ImageId.New())]);

        Assert.Equal(1000, catalog.ReceivedCalls().Count());
        Assert.False(handling.IsCompleted);
        written.SetResult(new CatalogChange(CatalogOutcome.Done, ImageFactory.Create()));
        Assert.All((await handling).Value, changed => Assert.Equal(SelectionOutcome.Done, changed.Outcome));
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task Handle_WhenNothingCanBeWritten_ShouldSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        var result = await Handle(CatalogDoubles.AnsweringWrites(outcome), ImageId.New(), ImageId.New());

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
    }

    [Fact]
    public async Task Handle_WhenTheDiskIsFullHalfWay_ShouldSayWhichWereDone()
    {
        var image = ImageFactory.Create();
        var catalog = CatalogDoubles.Holding(image);
        var late = ImageId.New();
        catalog.UpdateAsync(late, Arg.Any<Func<Image, Image?>>(), Arg.Any<CancellationToken>()).Returns(new CatalogChange(CatalogOutcome.DiskFull, null));

        var result = await Handle(catalog, image.Id, late);

        Assert.Equal([new(image.Id, SelectionOutcome.Done), new(late, SelectionOutcome.DiskFull)], result.Value);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var catalog = CatalogDoubles.Empty();

        var result = await new DeleteImagesHandler(catalog, _house.Audit, _clock).Handle(new(Actor.System, [ImageId.New()]), CancellationToken.None);

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(catalog.ReceivedCalls());
    }

    private Task<Result<IReadOnlyList<ChangedImage>>> Handle(IImageCatalog catalog, params ImageId[] ids) =>
        new DeleteImagesHandler(catalog, _house.Audit, _clock).Handle(new(Actors.Administrator, ids), CancellationToken.None);
}
