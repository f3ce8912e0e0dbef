using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>A sender who hangs up, at each step.</summary>
public sealed class UploadCancellationTests : IDisposable
{
    private readonly UploadScene scene = new();
    private readonly CancellationTokenSource cancellation = new();

    public void Dispose()
    {
        scene.Dispose();
        cancellation.Dispose();
    }

    [Fact]
    public async Task Handle_WhenNobodyHangsUp_ShouldPassTheTokenToEveryStepBeforeTheCommitIsDone()
    {
        await scene.SendAsync(cancellationToken: cancellation.Token);

        await scene.Store.Received(1).StageAsync(Arg.Any<Stream>(), Arg.Any<long>(), cancellation.Token);
        await scene.Catalog.Received(1).FindDuplicateAsync(null, Arg.Any<ContentHash>(), cancellation.Token);
        await scene.Converter.Received(1).InspectAsync(Arg.Any<Stream>(), cancellation.Token);
        await scene.Converter.Received(1).ConvertAsync(Arg.Any<Stream>(), Arg.Any<ImageHeader>(), cancellation.Token);
        await scene.Store.Received(1).CommitAsync(scene.Upload, Arg.Any<Image>(), scene.Converted.Renditions, cancellation.Token);
        await scene.Catalog.Received(1).AddAsync(Arg.Any<Image>(), CancellationToken.None);
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpBeforeTheDetails_ShouldGiveUpTheBytes()
    {
        var handling = scene.HandleAsync(scene.Command(new TaskCompletionSource<UploadDetails>().Task), cancellation.Token);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(handling);
        Assert.Empty(scene.Catalog.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpInTheQueue_ShouldGiveUpTheBytesAndThePlace()
    {
        var running = await scene.Queue.EnterAsync(CancellationToken.None);
        var handling = scene.SendAsync(cancellationToken: cancellation.Token);
        Assert.False(handling.IsCompleted);

        await cancellation.CancelAsync();

        await AssertCancelledAsync(handling);
        Assert.Empty(scene.Converter.ReceivedCalls());
        running!.Dispose();
        await AssertQueueIsFreeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpDuringTheConversion_ShouldGiveUpTheBytesAndThePlace()
    {
        scene.Converter.ConvertAsync(default!, default!, default).ReturnsForAnyArgs<ConvertedImage?>(call =>
        {
            cancellation.Cancel();
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
            return scene.Converted;
        });

        await AssertCancelledAsync(scene.SendAsync(cancellationToken: cancellation.Token));
        await scene.Store.DidNotReceiveWithAnyArgs().CommitAsync(default!, default!, default!, default);
        await AssertQueueIsFreeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpAfterTheFilesAreInPlace_ShouldEndTheUploadAllTheSame()
    {
        scene.Store.CommitAsync(default!, default!, default!, default).ReturnsForAnyArgs(async _ =>
        {
            await cancellation.CancelAsync();
            return true;
        });

        var result = await scene.SendAsync(cancellationToken: cancellation.Token);

        Assert.Equal(new UploadedImage(scene.Committed, Duplicate: false), result.Value);
    }

    private async Task AssertCancelledAsync(Task handling)
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handling);
        await scene.Upload.Received(1).DisposeAsync();
    }

    // The scene's queue has one place to run and one to wait.
    private async Task AssertQueueIsFreeAsync()
    {
        using var first = await scene.Queue.EnterAsync(CancellationToken.None);
        var second = scene.Queue.EnterAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);
        first!.Dispose();
        (await second)!.Dispose();
    }
}
