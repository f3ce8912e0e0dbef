using Ardalis.Result;
using NSubstitute;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images;

public sealed class TrashRemovalTests
{
    private readonly TrashScene _scene = new();

    [Fact]
    public async Task RemoveAsync_WhenTheTrashHasSeveralPages_ShouldRemoveEveryImageAndItsFiles()
    {
        var result = await _scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal(2, result.Value);
        Assert.Equal([_scene.First.Id, _scene.Second.Id], _scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRemoved_ShouldForgetItBeforeItsFilesGo()
    {
        await _scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Received.InOrder(() =>
        {
            _scene.Catalog.RemoveAsync(_scene.First.Id, Arg.Any<Func<Image, bool>>(), Arg.Any<CancellationToken>());
            _scene.Store.DeleteAsync(_scene.First.Id, CancellationToken.None);
        });
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHoldsForSome_ShouldLeaveTheOthers()
    {
        var result = await _scene.Removal.RemoveAsync(image => image.Id == _scene.Second.Id, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([_scene.Second.Id], _scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRestoredMeanwhile_ShouldLeaveItAndItsFiles()
    {
        _scene.FirstIsRestoredMeanwhile = true;

        var result = await _scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([_scene.Second.Id], _scene.Deleted);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task RemoveAsync_WhenNothingCanBeWritten_ShouldStopAndSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        _scene.WritesEnd = outcome;

        var result = await _scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
        Assert.Empty(_scene.Deleted);
        await _scene.Catalog.ReceivedWithAnyArgs(1).RemoveAsync(default, default!, default);
    }

    [Fact]
    public async Task RemoveAsync_WhenCancelledAfterARemoval_ShouldStillDeleteTheFilesOfThatImage()
    {
        using var cancellation = new CancellationTokenSource();
        _scene.Catalog.When(catalog => catalog.RemoveAsync(_scene.First.Id, Arg.Any<Func<Image, bool>>(), cancellation.Token))
            .Do(_ => cancellation.Cancel());

        await _scene.Removal.RemoveAsync(_ => true, cancellation.Token);

        await _scene.Store.Received(1).DeleteAsync(_scene.First.Id, CancellationToken.None);
    }
}
