using Ardalis.Result;
using NSubstitute;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Images;

public sealed class TrashRemovalTests
{
    private readonly TrashScene scene = new();

    [Fact]
    public async Task RemoveAsync_WhenTheTrashHasSeveralPages_ShouldRemoveEveryImageAndItsFiles()
    {
        var result = await scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal(2, result.Value);
        Assert.Equal([scene.First.Id, scene.Second.Id], scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRemoved_ShouldForgetItBeforeItsFilesGo()
    {
        await scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Received.InOrder(() =>
        {
            scene.Catalog.RemoveAsync(scene.First.Id, Arg.Any<Func<Image, bool>>(), Arg.Any<CancellationToken>());
            scene.Store.DeleteAsync(scene.First.Id, CancellationToken.None);
        });
    }

    [Fact]
    public async Task RemoveAsync_WhenTheConditionHoldsForSome_ShouldLeaveTheOthers()
    {
        var result = await scene.Removal.RemoveAsync(image => image.Id == scene.Second.Id, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([scene.Second.Id], scene.Deleted);
    }

    [Fact]
    public async Task RemoveAsync_WhenAnImageIsRestoredMeanwhile_ShouldLeaveItAndItsFiles()
    {
        scene.FirstIsRestoredMeanwhile = true;

        var result = await scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal(1, result.Value);
        Assert.Equal([scene.Second.Id], scene.Deleted);
    }

    [Theory]
    [InlineData(CatalogOutcome.DiskFull, ErrorCode.DiskFull)]
    [InlineData(CatalogOutcome.ReadOnly, ErrorCode.ReadOnly)]
    public async Task RemoveAsync_WhenNothingCanBeWritten_ShouldStopAndSayWhy(CatalogOutcome outcome, ErrorCode code)
    {
        scene.WritesEnd = outcome;

        var result = await scene.Removal.RemoveAsync(_ => true, CancellationToken.None);

        Assert.Equal((ResultStatus.Unavailable, code), (result.Status, Unavailable.CodeOf(result)));
        Assert.Empty(scene.Deleted);
        await scene.Catalog.ReceivedWithAnyArgs(1).RemoveAsync(default, default!, default);
    }

    [Fact]
    public async Task RemoveAsync_WhenCancelledAfterARemoval_ShouldStillDeleteTheFilesOfThatImage()
    {
        using var cancellation = new CancellationTokenSource();
        scene.Catalog.When(catalog => catalog.RemoveAsync(scene.First.Id, Arg.Any<Func<Image, bool>>(), cancellation.Token))
            .Do(_ => cancellation.Cancel());

        await scene.Removal.RemoveAsync(_ => true, cancellation.Token);

        await scene.Store.Received(1).DeleteAsync(scene.First.Id, CancellationToken.None);
    }
}
