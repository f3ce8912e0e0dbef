using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>A sender who hangs up, at each step.</summary>
public sealed class UploadCancellationTests : IDisposable
{
    private readonly UploadScene _scene = new();
    private readonly CancellationTokenSource _cancellation = new();

    public void Dispose()
    {
        _scene.Dispose();
        _cancellation.Dispose();
    }

    [Fact]
    public async Task Handle_WhenNobodyHangsUp_ShouldPassTheTokenToEveryStepBeforeTheCommitIsDone()
    {
        await _scene.SendAsync(cancellationToken: _cancellation.Token);

        await _scene.Store.Received(1).StageAsync(Arg.Any<Stream>(), Arg.Any<long>(), _cancellation.Token);
        await _scene.Catalog.Received(1).FindDuplicateAsync(Actors.Administrator.Account, Arg.Any<ContentHash>(), _cancellation.Token);
        await _scene.Job.Received(1).InspectAsync(_cancellation.Token);
        await _scene.Job.Received(1).ConvertAsync(_cancellation.Token);
        await _scene.Store.Received(1).CommitAsync(_scene.Upload, Arg.Any<Image>(), _scene.Converted.Renditions, _cancellation.Token);
        await _scene.Catalog.Received(1).AddAsync(Arg.Any<Image>(), StorageQuota.None, CancellationToken.None);
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpBeforeTheDetails_ShouldGiveUpTheBytes()
    {
        var handling = _scene.HandleAsync(_scene.Command(new TaskCompletionSource<UploadDetails>().Task), _cancellation.Token);

        await _cancellation.CancelAsync();

        await AssertCancelledAsync(handling);
        Assert.Empty(_scene.Catalog.ReceivedCalls());
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpInTheQueue_ShouldGiveUpTheBytesAndThePlace()
    {
        var running = await _scene.Queue.EnterAsync(CancellationToken.None);
        var handling = _scene.SendAsync(cancellationToken: _cancellation.Token);
        Assert.False(handling.IsCompleted);

        await _cancellation.CancelAsync();

        await AssertCancelledAsync(handling);
        Assert.Empty(_scene.Converter.ReceivedCalls());
        running!.Dispose();
        await AssertQueueIsFreeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpDuringTheConversion_ShouldGiveUpTheBytesAndThePlace()
    {
        _scene.Job.ConvertAsync(default).ReturnsForAnyArgs<ConvertResult>(call =>
        {
            _cancellation.Cancel();
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
            return new ConvertResult(ConvertOutcome.Converted, _scene.Converted);
        });

        await AssertCancelledAsync(_scene.SendAsync(cancellationToken: _cancellation.Token));
        await _scene.Job.Received(1).DisposeAsync();
        await _scene.Store.DidNotReceiveWithAnyArgs().CommitAsync(default!, default!, default!, default);
        await AssertQueueIsFreeAsync();
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUpAfterTheFilesAreInPlace_ShouldEndTheUploadAllTheSame()
    {
        _scene.Store.CommitAsync(default!, default!, default!, default).ReturnsForAnyArgs(async _ =>
        {
            await _cancellation.CancelAsync();
            return CommitOutcome.Committed;
        });

        var result = await _scene.SendAsync(cancellationToken: _cancellation.Token);

        Assert.Equal(new UploadedImage(_scene.Committed, Duplicate: false), result.Value);
    }

    private async Task AssertCancelledAsync(Task handling)
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => handling);
        await _scene.Upload.Received(1).DisposeAsync();
    }

    // The scene's queue has one place to run and one to wait.
    private async Task AssertQueueIsFreeAsync()
    {
        using var first = await _scene.Queue.EnterAsync(CancellationToken.None);
        var second = _scene.Queue.EnterAsync(CancellationToken.None);
        Assert.False(second.IsCompleted);
        first!.Dispose();
        (await second)!.Dispose();
    }
}
