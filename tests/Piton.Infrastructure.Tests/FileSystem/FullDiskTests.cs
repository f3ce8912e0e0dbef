using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Tests.Contracts;

namespace Piton.Infrastructure.Tests.FileSystem;

public sealed class FullDiskTests
{
    [SkippableFact]
    public async Task StageAsync_WhenTheDiskIsFull_ShouldSaySoAndLeaveNothingUntilThereIsRoom()
    {
        using var disk = new Tmpfs("size=1m");
        using var data = new TempDataDirectory(disk.Path, long.MaxValue);
        var ballast = Fill(disk.Path, 800_000);
        var source = TestUpload.Create(1, 400_000).Source;
        var store = data.NewStore();

        var refused = await store.StageAsync(new MemoryStream(source), long.MaxValue, CancellationToken.None);
        var leftBehind = Directory.GetFileSystemEntries(data.Paths.Staging);
        File.Delete(ballast);
        var taken = await store.StageAsync(new MemoryStream(source), long.MaxValue, CancellationToken.None);

        Assert.Equal((StageOutcome.DiskFull, null), (refused.Outcome, refused.Upload));
        Assert.Empty(leftBehind);
        Assert.Equal(StageOutcome.Staged, taken.Outcome);
    }

    [SkippableTheory]
    [InlineData(120_000)]
    [InlineData(10_000)]
    public async Task CommitAsync_WhenTheDiskIsFull_ShouldBeFalseAndLeaveNothingUntilThereIsRoom(int room)
    {
        using var disk = new Tmpfs("size=1m");
        using var data = new TempDataDirectory(disk.Path, long.MaxValue);
        var upload = TestUpload.Create(2, 1_000);
        var store = data.NewStore();

        await using var first = await StageAsync(store, upload);
        var ballast = Fill(disk.Path, FreeBytes(disk) - room);
        var committed = await store.CommitAsync(first, upload.Image, upload.Files, CancellationToken.None);
        var leftBehind = FilesIn(data);
        File.Delete(ballast);
        await using var second = await StageAsync(store, upload);

        Assert.Equal(CommitOutcome.DiskFull, committed);
        Assert.False(data.Health.IsReadOnly);
        Assert.Empty(leftBehind);
        Assert.Equal(CommitOutcome.Committed, await store.CommitAsync(second, upload.Image, upload.Files, CancellationToken.None));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task CommitAsync_WhenInodesRunOut_ShouldBeFalseAndLeaveNothing(int inodesLeft)
    {
        using var disk = new Tmpfs("size=2m,nr_inodes=40");
        using var data = new TempDataDirectory(disk.Path, long.MaxValue);
        var upload = TestUpload.Create(3, 1_000);
        var store = data.NewStore();

        await using var staged = await StageAsync(store, upload);
        var ballast = ExhaustInodes(disk.Path);
        ballast.Take(inodesLeft).ToList().ForEach(File.Delete);
        var committed = await store.CommitAsync(staged, upload.Image, upload.Files, CancellationToken.None);

        Assert.Equal(CommitOutcome.DiskFull, committed);
        Assert.False(data.Health.IsReadOnly);
        Assert.Empty(FilesIn(data));
    }

    [SkippableFact]
    public async Task StageAsync_WhenInodesRunOut_ShouldSayTheDiskIsFull()
    {
        using var disk = new Tmpfs("size=2m,nr_inodes=40");
        using var data = new TempDataDirectory(disk.Path, long.MaxValue);
        ExhaustInodes(disk.Path);

        var result = await data.NewStore().StageAsync(new MemoryStream([1]), 10, CancellationToken.None);

        Assert.Equal(StageOutcome.DiskFull, result.Outcome);
        Assert.Empty(Directory.GetFileSystemEntries(data.Paths.Staging));
    }

    private static async Task<IStagedUpload> StageAsync(FileImageStore store, TestUpload upload) =>
        (await store.StageAsync(new MemoryStream(upload.Source), long.MaxValue, CancellationToken.None)).Upload!;

    private static string[] FilesIn(TempDataDirectory data) =>
        Directory.GetFiles(data.Paths.Root, "*", SearchOption.AllDirectories);

    private static long FreeBytes(Tmpfs disk) => new DriveInfo(disk.Path).AvailableFreeSpace;

    private static string Fill(string folder, long bytes)
    {
        var path = Path.Combine(folder, "ballast");
        File.WriteAllBytes(path, new byte[bytes]);
        return path;
    }

    private static List<string> ExhaustInodes(string folder)
    {
        var files = new List<string>();
        try
        {
            while (true)
            {
                var path = Path.Combine(folder, $"ballast-{files.Count}");
                File.WriteAllBytes(path, []);
                files.Add(path);
            }
        }
        catch (IOException e) when (e.IsFull())
        {
            return files;
        }
    }
}
