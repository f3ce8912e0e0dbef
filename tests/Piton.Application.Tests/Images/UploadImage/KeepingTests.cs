using NSubstitute;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class KeepingTests : IDisposable
{
    private const int Uploads = Interruption.MostUploads + 4;

    private readonly UploadScene _scene = new() { Queue = new ConversionQueue(new ConversionQueueLimits { Running = Uploads, Waiting = 1 }) };

    [Fact]
    public async Task KeepAsync_WhenTheCatalogueIsSlow_ShouldHaveNoMoreFoldersWithoutALineThanAStartTakesForACrash()
    {
        var line = new TaskCompletionSource();
        _scene.Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(async call =>
        {
            await line.Task;
            return new CatalogChange(CatalogOutcome.Done, call.Arg<Image>());
        });

        var uploads = Enumerable.Range(0, Uploads).Select(_ => _scene.SendAsync()).ToArray();
        var folders = Committed();
        line.SetResult();
        await Task.WhenAll(uploads);

        Assert.Equal(Interruption.MostUploads, folders);
        Assert.Equal(Uploads, Committed());
    }

    public void Dispose() => _scene.Dispose();

    private int Committed() => _scene.Store.ReceivedCalls().Count(call => call.GetMethodInfo().Name == nameof(IImageStore.CommitAsync));
}
