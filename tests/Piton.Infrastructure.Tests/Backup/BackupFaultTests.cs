using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.FileSystem;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>Whatever ends a run, and wherever: the earlier backup is there and whole, and the next run goes on from there.</summary>
public sealed class BackupFaultTests
{
    private const int NoSpace = 28;
    private const int InputOutput = 5;
    private const int ReadOnlyFileSystem = 30;

    [Fact]
    public async Task BackUpAsync_WhenItIsKilledAtAnyFlush_ShouldLeaveAWholeBackup()
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        var earlier = await ChangeAsync(scene);

        // A process that is killed tidies nothing up; nor does one to which happens what nobody expects.
        var kills = await FailEachFlushAsync(scene, earlier, () => new KilledException());

        Assert.InRange(kills, 10, 60);
        await AssertGoesOnAsync(scene);
    }

    [Theory]
    [InlineData(NoSpace)]
    [InlineData(InputOutput)]
    public async Task BackUpAsync_WhenTheDiskFailsAtAnyFlush_ShouldSaySoAndLeaveAWholeBackup(int error)
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        var earlier = await ChangeAsync(scene);

        var failures = await FailEachFlushAsync(scene, earlier, () => new IOException("The disk failed.", error));

        Assert.InRange(failures, 10, 60);
        Assert.False(scene.Library.Health.IsReadOnly);
        await AssertGoesOnAsync(scene);
    }

    [Fact]
    public async Task BackUpAsync_WhenNobodyMayWriteThere_ShouldSayWhoHasToBeLetInAndByWhom()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        foreach (var failure in new Exception[] { new UnauthorizedAccessException("Permission denied."), new IOException("Read-only file system.", ReadOnlyFileSystem) })
        {
            scene.Library.Disk.FailAtFlush(0, () => failure, scene.Folder);

            var refusal = await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync);

            Assert.Contains($"{failure.Message} Piton runs as user ", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("ReadWritePaths=", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BackUpAsync_WhenSomethingIsNotWhatItShouldBe_ShouldLeaveTheEarlierOneAndNothingElse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        scene.Library.Disk.FailAtFlush(0, () => new InvalidDataException("Line 2 is damaged."), "/manifest.jsonl", once: true);

        await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync);

        Assert.Empty(Directory.GetFileSystemEntries(scene.Backup.Pool.Staging));
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Fact]
    public async Task BackUpAsync_WhenTheFirstRunIsKilledAtAnyFlush_ShouldLeaveWhatTheNextOneCompletes()
    {
        for (var at = 0; ; at++)
        {
            await using var scene = await BackupScene.CreateAsync(1);
            scene.Library.Disk.FailAtFlush(at, () => new KilledException(), scene.Folder);
            if (await Record.ExceptionAsync(scene.BackUpAsync) is null)
            {
                Assert.InRange(at, 12, 60);
                return;
            }

            scene.Library.Disk.Before = _ => { };
            await scene.BackUpAsync();

            Assert.Empty((await scene.InspectAsync()).Defects);
            await scene.AssertRestoresAsync(await scene.ImagesAsync());
        }
    }

    [Fact]
    public async Task BackUpAsync_WhenARunWasKilled_ShouldNotCopyAgainWhatThatCopied()
    {
        await using var scene = await BackupScene.CreateAsync(3);
        scene.Library.Disk.Before = flush =>
        {
            if (flush.EndsWith("/manifest.jsonl", StringComparison.Ordinal))
            {
                throw new KilledException();
            }
        };
        await Assert.ThrowsAsync<KilledException>(scene.BackUpAsync);
        scene.Library.Disk.Before = _ => { };

        var report = await scene.BackUpAsync();

        Assert.Equal((3, 0), (report.Images, report.CopiedImages));
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Fact]
    public async Task BackUpAsync_WhenCancelled_ShouldLeaveTheEarlierOneAndNothingElse()
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        using var cancellation = new CancellationTokenSource();
        scene.Library.Disk.Before = _ => cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scene.Library.Backup.BackUpAsync(scene.Folder, false, null, cancellation.Token));

        Assert.Empty(Directory.GetFileSystemEntries(scene.Backup.Pool.Staging));
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [SkippableFact]
    public async Task BackUpAsync_WhenTheDiskIsFull_ShouldSaySoAndGoOnOnceThereIsRoom()
    {
        using var disk = new Tmpfs("size=4m");
        await using var scene = await BackupScene.CreateAsync(3);
        var ballast = Path.Combine(disk.Path, "ballast");
        var folder = Path.Combine(disk.Path, "backup");
        Directory.CreateDirectory(folder);
        await scene.Library.Backup.BackUpAsync(folder, false, null, CancellationToken.None);
        await scene.UploadAsync();
        await File.WriteAllBytesAsync(ballast, new byte[new DriveInfo(disk.Path).AvailableFreeSpace - 8192]);

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => scene.Library.Backup.BackUpAsync(folder, false, null, CancellationToken.None));
        var left = await scene.Library.Backup.InspectAsync(folder, null, CancellationToken.None);
        File.Delete(ballast);
        var report = await scene.Library.Backup.BackUpAsync(folder, false, null, CancellationToken.None);

        Assert.Contains("No space left", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((3, true), (left.Images, left.IsWhole));
        Assert.Equal((4, true), (report.Images, report.IsWhole));
    }

    [Fact]
    public async Task BackUpAsync_WhenThePowerGoesRightAfter_ShouldHaveLeftEveryByte()
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        await scene.UploadAsync();
        var disk = new PowerCutDisk(Path.GetDirectoryName(scene.Folder)!);
        foreach (var path in Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories))
        {
            disk.FlushFile(path);
        }

        foreach (var path in Directory.GetDirectories(scene.Folder, "*", SearchOption.AllDirectories).Append(scene.Folder))
        {
            disk.FlushFolder(path);
        }

        scene.Library.Disk.Before = flush => Forward(flush, scene.Folder, disk);
        await scene.BackUpAsync();

        // What is deleted without a flush may come back; nothing that the run names may be missing.
        var left = disk.Left();
        var there = Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories);
        Assert.All(there, path => Assert.Equal(File.ReadAllBytes(path), left[path[Path.GetDirectoryName(scene.Folder)!.Length..]]));
    }

    private static void Forward(string flush, string folder, PowerCutDisk disk)
    {
        var (kind, path) = (flush.Split(' ', 2)[0], flush.Split(' ', 2)[1]);
        if (!path.StartsWith(folder, StringComparison.Ordinal))
        {
            return;
        }

        if (kind == "file")
        {
            disk.FlushFile(path);
        }
        else
        {
            disk.FlushFolder(path);
        }
    }

    private static async Task<IReadOnlyCollection<Image>> ChangeAsync(BackupScene scene)
    {
        var earlier = await scene.ImagesAsync();
        await scene.Library.RemoveAsync(scene.Uploads[1].Image.Id);
        await scene.UploadAsync();
        return earlier;
    }

    private static async Task<int> FailEachFlushAsync(BackupScene scene, IReadOnlyCollection<Image> earlier, Func<Exception> failure)
    {
        for (var at = 0; ; at++)
        {
            scene.Library.Disk.FailAtFlush(at, failure, scene.Folder);
            var failed = await Record.ExceptionAsync(scene.BackUpAsync);
            scene.Library.Disk.Before = _ => { };
            var found = await scene.InspectAsync();
            Assert.True(found.IsWhole, $"Failure {at}: {string.Join('\n', found.Defects)}");
            if (failed is null)
            {
                return at;
            }

            Assert.True(failed is KilledException or LibraryException, $"{failed}");
            await AssertHoldsAsync(scene, earlier);
        }
    }

    // Before the run counts, or since: one or the other, and nothing between.
    private static async Task AssertHoldsAsync(BackupScene scene, IReadOnlyCollection<Image> earlier)
    {
        await using var restored = scene.NewLibrary();
        Assert.True((await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None)).IsWhole);
        Assert.Empty((await restored.InspectAsync()).Defects);
        await restored.StartAsync();
        var images = (await restored.Listing.PageAsync(new CatalogQuery(ImageSort.Name, 10), CancellationToken.None)).Items.Select(image => image.Id).Order().ToList();
        var now = (await scene.ImagesAsync()).Select(image => image.Id).Order();
        Assert.True(images.SequenceEqual(earlier.Select(image => image.Id).Order()) || images.SequenceEqual(now));
        await restored.StopAsync();
    }

    private static async Task AssertGoesOnAsync(BackupScene scene)
    {
        await scene.UploadAsync();
        await scene.BackUpAsync();
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }
}
