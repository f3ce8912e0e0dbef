using Ardalis.Result;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using NSubstitute.Extensions;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images;

public sealed class TrashRemovalTests
{
    private readonly TrashScene _scene = new();

    [Fact]
    public async Task RemoveAsync_WhenTheTrashHasSeveralPages_ShouldRemoveEveryImageAndItsFiles()
    {
        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Assert.Equal(2, result.Value);
        Assert.Equal([_scene.First.Id, _scene.Second.Id], _scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRemoved_ShouldForgetItBeforeItsFilesGo()
    {
        await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Received.InOrder(() =>
        {
            _scene.Catalog.RemoveAsync(_scene.First.Id, Arg.Any<Func<Image, bool>>(), Arg.Any<CancellationToken>());
            _scene.Store.DeleteAsync(_scene.First.Id, CancellationToken.None);
        });
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHoldsForSome_ShouldLeaveTheOthers()
    {
        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, image => image.Id == _scene.Second.Id, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([_scene.Second.Id], _scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRestoredMeanwhile_ShouldLeaveItAndItsFiles()
    {
        _scene.FirstIsRestoredMeanwhile = true;

        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([_scene.Second.Id], _scene.Deleted);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task RemoveAsync_WhenNothingCanBeWritten_ShouldStopAndSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        _scene.WritesEnd = outcome;

        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
        Assert.Empty(_scene.Deleted);
        await _scene.Catalog.ReceivedWithAnyArgs(1).RemoveAsync(default, default!, default);
    }

    [Fact]
    public async Task RemoveAsync_WhenCancelledDuringAPage_ShouldFinishThatPage()
    {
        var images = _scene.FillPage(40);
        using var cancellation = new CancellationTokenSource();
        _scene.Catalog.When(catalog => catalog.RemoveAsync(images[0].Id, Arg.Any<Func<Image, bool>>(), Arg.Any<CancellationToken>()))
            .Do(_ => cancellation.Cancel());
        _scene.Catalog.Configure().RemoveAsync(default, default!, default).ReturnsForAnyArgs(new CatalogChange(CatalogOutcome.Done, images[0]));

        await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, cancellation.Token);

        Assert.Equal(images.Select(image => image.Id).Order(), _scene.Deleted.Order());
    }

    [Fact]
    public async Task RemoveAsync_WhenAPageHasManyImages_ShouldRemoveSeveralAtOnceSoThatTheyShareAFlush()
    {
        _scene.FillPage(40);
        var together = new TaskCompletionSource();
        var (waiting, most) = (0, 0);
        _scene.Catalog.Configure().RemoveAsync(default, default!, default).ReturnsForAnyArgs(async _ =>
        {
            // As the catalogue does, nobody is answered before a group is full: one after the other, this would wait for ever.
            var now = Interlocked.Increment(ref waiting);
            most = Math.Max(most, now);
            if (now == 16)
            {
                together.TrySetResult();
            }

            await together.Task.WaitAsync(TimeSpan.FromSeconds(30));
            Interlocked.Decrement(ref waiting);
            return new CatalogChange(CatalogOutcome.Done, null);
        });

        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Assert.Equal(40, result.Value);
        Assert.Equal(16, most);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(UnauthorizedAccessException))]
    public async Task RemoveAsync_WhenFilesCannotBeDeleted_ShouldSayWhoseAndGoOn(Type fault)
    {
        _scene.Store.DeleteAsync(_scene.First.Id, Arg.Any<CancellationToken>()).ThrowsAsync((Exception)Activator.CreateInstance(fault)!);

        var result = await _scene.Removal.RemoveAsync(Actors.Administrator, CatalogScope.All, _ => true, CancellationToken.None);

        Assert.Equal(2, result.Value);
        Assert.Contains(_scene.Second.Id, _scene.Deleted);
        Assert.Contains(_scene.First.Id.ToString(), Assert.Single(_scene.Log.Entries).Text, StringComparison.Ordinal);
    }
}
