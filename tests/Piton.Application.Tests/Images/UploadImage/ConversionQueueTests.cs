using Piton.Application.Images.UploadImage;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class ConversionQueueTests : IDisposable
{
    private readonly ConversionQueue _queue = new(new ConversionQueueLimits { Running = 2, Waiting = 1 });

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Limits_WhenNothingIsConfigured_ShouldBeThoseOfTheDesign() =>
        Assert.Equal(new ConversionQueueLimits { Running = Environment.ProcessorCount, Waiting = 64 }, new ConversionQueueLimits());

    [Fact]
    public async Task EnterAsync_WhenAsManyRunAsMay_ShouldWaitForOneToEnd()
    {
        var first = await _queue.EnterAsync(CancellationToken.None);
        using var second = await _queue.EnterAsync(CancellationToken.None);

        var third = _queue.EnterAsync(CancellationToken.None);

        Assert.False(third.IsCompleted);
        first!.Dispose();
        using var place = await third;
        Assert.NotNull(place);
    }

    [Fact]
    public async Task EnterAsync_WhenAsManyWaitAsMay_ShouldGiveNullAtOnce()
    {
        using var first = await _queue.EnterAsync(CancellationToken.None);
        using var second = await _queue.EnterAsync(CancellationToken.None);
        var waiting = _queue.EnterAsync(CancellationToken.None);

        var refused = _queue.EnterAsync(CancellationToken.None);

        Assert.True(refused.IsCompletedSuccessfully);
        Assert.Null(await refused);
        Assert.False(waiting.IsCompleted);
        first!.Dispose();
        (await waiting)!.Dispose();
    }

    [Fact]
    public async Task EnterAsync_WhenOneWasRefused_ShouldHaveThePlacesItHadBefore()
    {
        var first = await _queue.EnterAsync(CancellationToken.None);
        using (await _queue.EnterAsync(CancellationToken.None))
        {
            var waiting = _queue.EnterAsync(CancellationToken.None);
            Assert.Null(await _queue.EnterAsync(CancellationToken.None));
            Assert.Null(await _queue.EnterAsync(CancellationToken.None));
            first!.Dispose();
            (await waiting)!.Dispose();
        }

        await AssertAllPlacesAreFreeAsync();
    }

    [Fact]
    public async Task EnterAsync_WhenCancelledInTheQueue_ShouldGiveThePlaceBack()
    {
        using var cancellation = new CancellationTokenSource();
        using (await _queue.EnterAsync(CancellationToken.None))
        using (await _queue.EnterAsync(CancellationToken.None))
        {
            var waiting = _queue.EnterAsync(cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await AssertAllPlacesAreFreeAsync();
    }

    [Fact]
    public async Task Dispose_WhenAPlaceIsGivenBackTwice_ShouldCountItOnce()
    {
        var place = await _queue.EnterAsync(CancellationToken.None);
        place!.Dispose();
        place.Dispose();

        await AssertAllPlacesAreFreeAsync();
    }

    // Two run, one waits, and there is no fourth.
    private async Task AssertAllPlacesAreFreeAsync()
    {
        using var first = await _queue.EnterAsync(CancellationToken.None);
        using var second = await _queue.EnterAsync(CancellationToken.None);
        var waiting = _queue.EnterAsync(CancellationToken.None);
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.False(waiting.IsCompleted);
        Assert.Null(await _queue.EnterAsync(CancellationToken.None));
        first.Dispose();
        (await waiting)!.Dispose();
    }
}
