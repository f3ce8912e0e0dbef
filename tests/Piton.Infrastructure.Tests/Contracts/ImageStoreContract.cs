using Piton.Domain.Images;

namespace Piton.Infrastructure.Tests.Contracts;

/// <summary>What every <see cref="IImageStore"/> keeps. A suite for an adapter derives from it and says how to make one.</summary>
public abstract class ImageStoreContract
{
    private const long Roomy = 10_000_000;

    /// <summary>The most bytes of uploads under way that <see cref="Store"/> takes.</summary>
    protected const long StagedBytesCap = 1_000_000;

    /// <summary>A store that is empty at first.</summary>
    protected abstract IImageStore Store { get; }

    /// <summary>How many uploads have left anything that is neither committed nor deleted.</summary>
    protected abstract Task<int> CountStagedAsync();

    /// <summary>How many images have any file in the store.</summary>
    protected abstract Task<int> CountImagesAsync();

    [Fact]
    public async Task StageAsync_WhenContentFits_ShouldKnowLengthHashAndBytes()
    {
        var source = TestUpload.Create(1).Source;

        await using var upload = await StageAsync(source);

        Assert.Equal(source.Length, upload.Bytes);
        Assert.Equal(ContentHash.Of(source), upload.Hash);
        Assert.Equal(source, await ReadAsync(upload.OpenRead()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(131_071)]
    [InlineData(131_072)]
    [InlineData(131_073)]
    public async Task StageAsync_WhenContentIsExactlyTheLimit_ShouldTakeIt(int length)
    {
        var source = TestUpload.Create(2, length).Source;

        var result = await Store.StageAsync(new MemoryStream(source), length, CancellationToken.None);

        await using var upload = result.Upload!;
        Assert.Equal(StageOutcome.Staged, result.Outcome);
        Assert.Equal(ContentHash.Of(source), upload.Hash);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(131_071)]
    [InlineData(131_072)]
    [InlineData(200_000)]
    public async Task StageAsync_WhenContentIsOneByteOverTheLimit_ShouldReadNoFurtherAndLeaveNothing(int maxBytes)
    {
        var content = new BrokenStream(maxBytes + 50_000, () => { });

        var result = await Store.StageAsync(content, maxBytes, CancellationToken.None);

        Assert.Equal((StageOutcome.TooLarge, null), (result.Outcome, result.Upload));
        Assert.Equal(maxBytes + 1, content.BytesRead);
        Assert.Equal(0, await CountStagedAsync());
    }

    [Fact]
    public async Task StageAsync_WhenContentIsEmpty_ShouldSaySoAndLeaveNothing()
    {
        var result = await Store.StageAsync(new MemoryStream(), Roomy, CancellationToken.None);

        Assert.Equal((StageOutcome.Empty, null), (result.Outcome, result.Upload));
        Assert.Equal(0, await CountStagedAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public async Task StageAsync_WhenContentThrows_ShouldLetItThroughAndLeaveNothing(int bytesBefore)
    {
        var content = new BrokenStream(bytesBefore, () => throw new InvalidDataException("The sender hung up."));

        await Assert.ThrowsAsync<InvalidDataException>(() => Store.StageAsync(content, Roomy, CancellationToken.None));

        Assert.Equal(0, await CountStagedAsync());
    }

    [Fact]
    public async Task StageAsync_WhenCancelledHalfWay_ShouldLeaveNothing()
    {
        using var cancellation = new CancellationTokenSource();
        var content = new BrokenStream(300_000, () =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.StageAsync(content, Roomy, cancellation.Token));

        Assert.Equal(0, await CountStagedAsync());
    }

    [Fact]
    public async Task StageAsync_WhenTheCapIsReached_ShouldBeBusyUntilAnUploadIsGivenUp()
    {
        var source = TestUpload.Create(3, (int)StagedBytesCap * 2 / 3).Source;
        var first = await StageAsync(source);

        var second = await Store.StageAsync(new MemoryStream(source), Roomy, CancellationToken.None);
        Assert.Equal((StageOutcome.Busy, null), (second.Outcome, second.Upload));
        Assert.Equal(1, await CountStagedAsync());

        await first.DisposeAsync();
        await (await StageAsync(source)).DisposeAsync();
    }

    [Fact]
    public async Task StageAsync_WhenUploadsAreCommittedOrFail_ShouldNotCountThemAgainstTheCap()
    {
        for (var number = 0; number < 5; number++)
        {
            var upload = TestUpload.Create(number, (int)StagedBytesCap * 2 / 3);
            await CommitAsync(upload);
            await Store.StageAsync(new MemoryStream(upload.Source), upload.Source.Length - 1, CancellationToken.None);
        }

        Assert.Equal(5, await CountImagesAsync());
    }

    [Fact]
    public async Task DisposeAsync_WhenUploadIsGivenUp_ShouldLeaveNothing()
    {
        var upload = await StageAsync(TestUpload.Create(4).Source);
        Assert.Equal(1, await CountStagedAsync());

        await upload.DisposeAsync();
        await upload.DisposeAsync();

        Assert.Equal(0, await CountStagedAsync());
    }

    [Fact]
    public async Task CommitAsync_WhenDone_ShouldServeTheSameBytesAndLeaveNothingStaged()
    {
        var upload = TestUpload.Create(5);

        await CommitAsync(upload);

        await AssertWholeAsync(upload);
        Assert.Equal((0, 1), (await CountStagedAsync(), await CountImagesAsync()));
    }

    [Fact]
    public async Task CommitAsync_WhenTheImageIsThereAlready_ShouldThrowAndKeepTheFirst()
    {
        var first = TestUpload.Create(6);
        await CommitAsync(first);
        var second = TestUpload.Create(7);
        second = second with { Image = second.Image with { Id = first.Image.Id } };

        await Assert.ThrowsAnyAsync<IOException>(() => CommitAsync(second));

        await AssertWholeAsync(first);
        Assert.Equal((0, 1), (await CountStagedAsync(), await CountImagesAsync()));
    }

    [Fact]
    public async Task CommitAsync_WhenCancelled_ShouldLeaveNothing()
    {
        var upload = TestUpload.Create(8);
        await using var staged = await StageAsync(upload.Source);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.CommitAsync(staged, upload.Image, upload.Files, new CancellationToken(canceled: true)));

        Assert.Equal((0, 0), (await CountStagedAsync(), await CountImagesAsync()));
        Assert.Null(await Store.OpenAsync(upload.Image.Id, upload.Image.Full, CancellationToken.None));
    }

    [Fact]
    public async Task CommitAsync_WhenFilesAreNotThoseOfTheImage_ShouldThrowAndLeaveNothing()
    {
        var upload = TestUpload.Create(9);
        await using var staged = await StageAsync(upload.Source);

        await Assert.ThrowsAsync<ArgumentException>(
            () => Store.CommitAsync(staged, upload.Image, [upload.Files[0]], CancellationToken.None));

        Assert.Equal((0, 0), (await CountStagedAsync(), await CountImagesAsync()));
    }

    [Fact]
    public async Task CommitAsync_WhenManyAtOnce_ShouldKeepEachWhole()
    {
        var uploads = Enumerable.Range(0, 24).Select(number => TestUpload.Create(number, 20_000)).ToList();

        await Task.WhenAll(uploads.Select(upload => Task.Run(() => CommitAsync(upload))));

        await Task.WhenAll(uploads.Select(AssertWholeAsync));
        Assert.Equal((0, uploads.Count), (await CountStagedAsync(), await CountImagesAsync()));
    }

    [Fact]
    public async Task OpenAsync_WhenDone_ShouldBeSeekableWithItsLength()
    {
        var upload = TestUpload.Create(10);
        await CommitAsync(upload);

        await using var stream = (await Store.OpenAsync(upload.Image.Id, upload.Image.Full, CancellationToken.None))!;
        stream.Seek(-100, SeekOrigin.End);
        var tail = await ReadAsync(stream, close: false);
        stream.Position = 10;
        var rest = await ReadAsync(stream, close: false);

        Assert.Equal((true, 0, upload.Image.Full.Bytes), (stream.CanSeek, stream.ReadByte() + 1, stream.Length));
        Assert.Equal(upload.Files[0].Content.Span[^100..], tail);
        Assert.Equal(upload.Files[0].Content.Span[10..], rest);
    }

    [Fact]
    public async Task OpenAsync_WhenThereIsNoSuchFile_ShouldBeNull()
    {
        var upload = TestUpload.Create(11);
        await CommitAsync(upload);
        var missing = upload.Image.Full with { Name = RenditionName.W1600 };

        Assert.Null(await Store.OpenAsync(upload.Image.Id, missing, CancellationToken.None));
        Assert.Null(await Store.OpenAsync(ImageId.New(), upload.Image.Full, CancellationToken.None));
    }

    [Fact]
    public async Task DeleteAsync_WhenImageIsThere_ShouldDeleteAllOfItAndNoOther()
    {
        var doomed = TestUpload.Create(12);
        var kept = TestUpload.Create(13);
        await CommitAsync(doomed);
        await CommitAsync(kept);

        await Store.DeleteAsync(doomed.Image.Id, CancellationToken.None);

        Assert.Null(await Store.OpenAsync(doomed.Image.Id, doomed.Image.Full, CancellationToken.None));
        await AssertWholeAsync(kept);
        Assert.Equal((0, 1), (await CountStagedAsync(), await CountImagesAsync()));
    }

    [Fact]
    public async Task DeleteAsync_WhenThereIsNone_ShouldBeNoError()
    {
        await Store.DeleteAsync(ImageId.New(), CancellationToken.None);

        Assert.Equal(0, await CountImagesAsync());
    }

    [Fact]
    public async Task DeleteAsync_WhenAFileIsBeingRead_ShouldNotDisturbTheReader()
    {
        var upload = TestUpload.Create(14);
        await CommitAsync(upload);
        var stream = (await Store.OpenAsync(upload.Image.Id, upload.Image.Full, CancellationToken.None))!;

        await Store.DeleteAsync(upload.Image.Id, CancellationToken.None);

        Assert.Equal(upload.Files[0].Content.ToArray(), await ReadAsync(stream));
    }

    private protected async Task CommitAsync(TestUpload upload)
    {
        await using var staged = await StageAsync(upload.Source);
        Assert.Equal(CommitOutcome.Committed, await Store.CommitAsync(staged, upload.Image, upload.Files, CancellationToken.None));
    }

    private protected async Task AssertWholeAsync(TestUpload upload)
    {
        foreach (var file in upload.Files)
        {
            var stream = await Store.OpenAsync(upload.Image.Id, file.Facts, CancellationToken.None);
            Assert.NotNull(stream);
            Assert.Equal(file.Content.ToArray(), await ReadAsync(stream));
        }
    }

    protected async Task<IStagedUpload> StageAsync(byte[] source)
    {
        var result = await Store.StageAsync(new MemoryStream(source), Roomy, CancellationToken.None);
        Assert.Equal(StageOutcome.Staged, result.Outcome);
        return result.Upload!;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, bool close = true)
    {
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        if (close)
        {
            await stream.DisposeAsync();
        }

        return copy.ToArray();
    }
}
