using Ardalis.Result;
using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class UploadImageHandlerTests : IDisposable
{
    private readonly UploadScene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldTakeTheStepsInTheirOrder()
    {
        await scene.SendAsync();

        var (source, hash) = (scene.Source, scene.Upload.Hash);
        Received.InOrder(() =>
        {
            scene.Store.StageAsync(scene.Content, scene.Limits.MaxFileBytes, Arg.Any<CancellationToken>());
            scene.Catalog.FindDuplicateAsync(null, hash, Arg.Any<CancellationToken>());
            scene.Upload.OpenRead();
            scene.Converter.InspectAsync(source, Arg.Any<CancellationToken>());
            scene.Converter.ConvertAsync(source, scene.Header, Arg.Any<CancellationToken>());
            scene.Store.CommitAsync(scene.Upload, Arg.Any<Image>(), scene.Converted.Renditions, Arg.Any<CancellationToken>());
            scene.Catalog.AddAsync(Arg.Any<Image>(), CancellationToken.None);
            _ = scene.Upload.DisposeAsync().AsTask();
        });
    }

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldSayCreatedWithTheImageThatWasKept()
    {
        var result = await scene.SendAsync();

        Assert.Equal(ResultStatus.Created, result.Status);
        Assert.Equal(new UploadedImage(scene.Committed, Duplicate: false), result.Value);
        await scene.Catalog.Received(1).AddAsync(scene.Committed, Arg.Any<CancellationToken>());
        await scene.Store.DidNotReceiveWithAnyArgs().DeleteAsync(default, default);
    }

    [Fact]
    public async Task Handle_WhenAllGoesWell_ShouldDescribeTheImageByWhatWasMade()
    {
        await scene.SendAsync();

        Assert.Equal(
            new Image
            {
                Id = scene.Committed.Id,
                Name = "vacaciones",
                FileName = "vacaciones.jpg",
                CreatedAt = ImageFactory.Noon,
                Width = 640,
                Height = 480,
                Frames = 1,
                Placeholder = scene.Converted.Placeholder,
                Source = new ImageSource(ImageFormat.Jpeg, 3, scene.Upload.Hash, Kept: false),
                Conversion = scene.Converted.Report,
                Renditions = [.. scene.Converted.Renditions.Select(rendition => rendition.Facts)],
            },
            scene.Committed);
    }

    [Fact]
    public async Task Handle_WhenSentTwice_ShouldGiveEachImageItsOwnId()
    {
        var first = await scene.SendAsync();
        var second = await scene.SendAsync();

        Assert.NotEqual(first.Value.Image.Id, second.Value.Image.Id);
    }

    [Fact]
    public async Task Handle_WhenTheSenderSaysNameAndAlt_ShouldKeepThem()
    {
        await scene.SendAsync(new UploadDetails("Playa", "A beach at noon", "public"));

        Assert.Equal(("Playa", "A beach at noon", Visibility.Public), (scene.Committed.Name, scene.Committed.Alt, scene.Committed.Visibility));
    }

    [Fact]
    public async Task Handle_WhenNameAndAltAreBlank_ShouldNameItAfterTheFileAndDescribeNothing()
    {
        await scene.SendAsync(new UploadDetails("  ", "\t", ""));

        Assert.Equal(("vacaciones", null), (scene.Committed.Name, scene.Committed.Alt));
    }

    [Fact]
    public async Task Handle_WhenTheDecoderHasReadTheHeader_ShouldConvertFromTheStart()
    {
        long? position = null;
        scene.Converter.WhenForAnyArgs(converter => converter.ConvertAsync(default!, default!, default))
            .Do(call => position = call.Arg<Stream>().Position);

        await scene.SendAsync();

        Assert.Equal(0, position);
        Assert.False(scene.Source.CanRead, "The source was left open.");
    }

    [Fact]
    public async Task Handle_WhenTheDetailsAreNotThereYet_ShouldReadTheContentFirst()
    {
        var details = new TaskCompletionSource<UploadDetails>();

        var handling = scene.HandleAsync(scene.Command(details.Task));

        await scene.Store.Received(1).StageAsync(scene.Content, Arg.Any<long>(), Arg.Any<CancellationToken>());
        Assert.False(handling.IsCompleted);
        Assert.Empty(scene.Converter.ReceivedCalls());
        details.SetResult(new UploadDetails("late"));
        Assert.Equal("late", (await handling).Value.Image.Name);
    }

    [Fact]
    public async Task Handle_WhenTheContentIsNotReadYet_ShouldNotWaitForTheDetails()
    {
        var staging = new TaskCompletionSource<StageResult>();
        scene.Store.StageAsync(default!, default, default).ReturnsForAnyArgs(staging.Task);
        var handling = scene.HandleAsync(scene.Command(Task.FromException<UploadDetails>(new InvalidDataException())));

        Assert.False(handling.IsCompleted);
        staging.SetResult(new StageResult(StageOutcome.Staged, scene.Upload));

        await Assert.ThrowsAsync<InvalidDataException>(() => handling);
        await scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSourceIsThereAlready_ShouldGiveTheOldImageAndConvertNothing()
    {
        var twin = ImageFactory.Create();
        scene.Catalog.FindDuplicateAsync(null, scene.Upload.Hash, Arg.Any<CancellationToken>()).Returns(twin);

        var result = await scene.SendAsync();

        Assert.Equal((ResultStatus.Ok, new UploadedImage(twin, Duplicate: true)), (result.Status, result.Value));
        Assert.Empty(scene.Converter.ReceivedCalls());
        await scene.Upload.Received(1).DisposeAsync();
    }

    [Fact]
    public async Task Handle_WhenAnotherUploadOfTheSourceWasQuicker_ShouldGiveThatImageAndDeleteTheFiles()
    {
        var twin = ImageFactory.Create();
        scene.AddingEnds(CatalogOutcome.Duplicate, twin);

        var result = await scene.SendAsync();

        Assert.Equal((ResultStatus.Ok, new UploadedImage(twin, Duplicate: true)), (result.Status, result.Value));
        await scene.Store.Received(1).DeleteAsync(scene.Committed.Id, CancellationToken.None);
    }

    [Fact]
    public async Task Handle_WhenTheActorMayNot_ShouldRefuseAndTouchNothing()
    {
        var result = await scene.HandleAsync(scene.Command(Task.FromResult(new UploadDetails()), Actor.System));

        Assert.Equal(ResultStatus.Forbidden, result.Status);
        Assert.Empty(scene.Store.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheCatalogueSaysWhatItCannot_ShouldThrow()
    {
        scene.AddingEnds(CatalogOutcome.Missing);

        await Assert.ThrowsAsync<InvalidOperationException>(() => scene.SendAsync());
    }

    [Fact]
    public async Task Handle_WhenAStepFaults_ShouldLetTheFaultThroughAndGiveUpTheBytes()
    {
        scene.Store.CommitAsync(default!, default!, default!, default).ReturnsForAnyArgs<bool>(_ => throw new IOException("broken disk"));

        await Assert.ThrowsAsync<IOException>(() => scene.SendAsync());

        await scene.Catalog.DidNotReceiveWithAnyArgs().AddAsync(default!, default);
        await scene.Upload.Received(1).DisposeAsync();
    }
}
