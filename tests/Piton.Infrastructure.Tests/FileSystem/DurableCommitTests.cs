using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>Committed means on disk, and a flush that failed is never tried again.</summary>
public sealed class DurableCommitTests : IDisposable
{
    private const int NoSpace = 28;
    private const int InputOutput = 5;

    private readonly TempDataDirectory _data = new();
    private readonly RecordingDisk _disk = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CommitAsync_WhenDone_ShouldHaveFlushedFilesFolderAndNamesInThatOrder(bool keepSource)
    {
        var upload = TestUpload.Create(1, 1_000, keepSource);
        var (folder, shard) = (_data.Paths.FolderOf(upload.Image.Id), _data.Paths.ShardOf(upload.Image.Id));
        var inPlace = new List<bool>();
        _disk.Before = _ => inPlace.Add(Directory.Exists(folder));

        await CommitAsync(_data.NewStore(_disk), upload);

        string[] files = [.. keepSource ? ["original.jpg"] : Array.Empty<string>(), "full.webp", "w320.webp", "image.json"];
        var staged = Path.GetDirectoryName(_disk.Flushes[0]["file ".Length..])!;
        Assert.StartsWith(_data.Paths.Staging, staged, StringComparison.Ordinal);
        Assert.Equal(
            [.. files.Select(file => $"file {staged}/{file}"), $"folder {staged}", $"folder {_data.Paths.Uploads}", $"folder {shard}"],
            _disk.Flushes);
        Assert.Equal([.. Enumerable.Repeat(false, files.Length + 2), true], inPlace);
    }

    [Fact]
    public async Task CommitAsync_WhenThePowerGoesRightAfter_ShouldHaveLeftEveryByte()
    {
        var disk = new PowerCutDisk(_data.Paths.Root);
        var store = _data.NewStore(disk);
        TestUpload[] uploads = [TestUpload.Create(1, 1_000), TestUpload.Create(2, 1_000, keepSource: true)];
        foreach (var upload in uploads)
        {
            await CommitAsync(store, upload);
        }

        var left = disk.Left();

        var files = Directory.GetFiles(_data.Paths.Uploads, "*", SearchOption.AllDirectories);
        Assert.Equal(7, files.Length);
        Assert.Equal(files.Select(file => file[_data.Paths.Root.Length..]).Order(), left.Keys.Order());
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file), left[file[_data.Paths.Root.Length..]]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task CommitAsync_WhenAFlushFails_ShouldTurnReadOnlyForGoodAndLeaveNothing(int failing)
    {
        var store = _data.NewStore(_disk);
        _disk.Before = _ =>
        {
            if (_disk.Flushes.Count == failing + 1)
            {
                throw new IOException("No good", InputOutput);
            }
        };

        var first = await TryCommitAsync(store, TestUpload.Create(1));
        var second = await TryCommitAsync(store, TestUpload.Create(2));

        Assert.Equal((CommitOutcome.ReadOnly, CommitOutcome.ReadOnly), (first, second));
        Assert.True(_data.Health.IsReadOnly);
        Assert.Contains("No good", _data.Health.Reason, StringComparison.Ordinal);
        Assert.Equal(failing + 1, _disk.Flushes.Count);
        Assert.Empty(Directory.GetFiles(_data.Paths.Root, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task CommitAsync_WhenAFlushFindsNoRoom_ShouldSaySoAndGoOnOnceThereIs(int failing)
    {
        var store = _data.NewStore(_disk);
        _disk.Before = _ =>
        {
            if (_disk.Flushes.Count == failing + 1)
            {
                throw new IOException("No room", NoSpace);
            }
        };

        Assert.Equal(CommitOutcome.DiskFull, await TryCommitAsync(store, TestUpload.Create(1)));
        Assert.Empty(Directory.GetFiles(_data.Paths.Root, "*", SearchOption.AllDirectories));
        Assert.Equal(CommitOutcome.Committed, await TryCommitAsync(store, TestUpload.Create(2)));
        Assert.False(_data.Health.IsReadOnly);
    }

    [Fact]
    public async Task DeleteAsync_WhenAFlushFails_ShouldThrowAndTurnReadOnly()
    {
        var store = _data.NewStore(_disk);
        var upload = TestUpload.Create(1);
        await CommitAsync(store, upload);
        _disk.Before = _ => throw new IOException("No good", InputOutput);

        await Assert.ThrowsAsync<IOException>(() => store.DeleteAsync(upload.Image.Id, CancellationToken.None));

        Assert.True(_data.Health.IsReadOnly);
    }

    private static async Task CommitAsync(FileImageStore store, TestUpload upload) =>
        Assert.Equal(CommitOutcome.Committed, await TryCommitAsync(store, upload));

    private static async Task<CommitOutcome> TryCommitAsync(FileImageStore store, TestUpload upload)
    {
        var staging = await store.StageAsync(new MemoryStream(upload.Source), 1_000_000, CancellationToken.None);
        await using var staged = staging.Upload!;
        return await store.CommitAsync(staged, upload.Image, upload.Files, CancellationToken.None);
    }
}
