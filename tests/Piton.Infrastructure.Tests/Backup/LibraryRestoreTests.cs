using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What takes a backup, and what an interrupted restore leaves.</summary>
public sealed class LibraryRestoreTests
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task RestoreAsync_WhenTheDataFolderIsNotEmpty_ShouldRefuseAndChangeNothing()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var target = scene.NewLibrary();
        Directory.CreateDirectory(target.Paths.Root);
        await File.WriteAllTextAsync($"{target.Paths.Root}/letter.txt", "a letter");

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => target.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));

        Assert.Contains("is not empty: letter.txt", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([$"{target.Paths.Root}/letter.txt"], Directory.GetFileSystemEntries(target.Paths.Root));
    }

    [Fact]
    public async Task RestoreAsync_WhenAServerHasTheDataFolder_ShouldSayWhichProcess()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => scene.Library.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));

        Assert.Contains($"in use by process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RestoreAsync_WhenTheDataFolderIsInTheBackup_ShouldRefuse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var target = new TestLibrary($"{scene.Folder}/data");

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => target.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));

        Assert.Contains("is in the backup", refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Fact]
    public async Task RestoreAsync_WhenDone_ShouldLetOthersReadPicturesAndNothingElse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var restored = scene.NewLibrary();

        await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None);

        string[] secret = [$"{restored.Paths.Root}/accounts.jsonl", $"{restored.Paths.Root}/audit.jsonl", $"{restored.Paths.Keys}/{TestKeys.FileName}"];
        Assert.All(secret, path => Assert.Equal((path, OwnerAlone), (path, new FileInfo(path).UnixFileMode)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new FileInfo(restored.Paths.Keys).UnixFileMode);
        Assert.Equal(OwnerAlone | UnixFileMode.GroupRead, new FileInfo(restored.PathOf(scene.Uploads[0], "full.webp")).UnixFileMode);
        Assert.Equal(OwnerAlone, new FileInfo(restored.Paths.Catalogue).UnixFileMode);
        Assert.Empty(Directory.GetFileSystemEntries(restored.Paths.Staging));
    }

    [Fact]
    public async Task RestoreAsync_WhenItIsKilledAtAnyFlush_ShouldLeaveNothingThatStartsOrTheWhole()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var target = scene.NewLibrary();
        for (var at = 0; ; at++)
        {
            target.Disk.FailAtFlush(at, () => new KilledException());
            var failed = await Record.ExceptionAsync(() => target.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));
            target.Disk.Before = _ => { };
            if (failed is null || IsThere(target))
            {
                Assert.InRange(at, 10, 40);
                break;
            }

            Assert.IsType<KilledException>(failed);
            await AssertNothingStartsAsync(target);
        }

        Assert.Empty((await target.InspectAsync()).Defects);
        await target.StartAsync();
        Assert.Equal(1, (await target.Listing.PageAsync(new(ImageSort.Name, 10), CancellationToken.None)).Total);
    }

    [Fact]
    public async Task RestoreAsync_WhenTheDiskFailsAtAnyFlush_ShouldSaySoAndLeaveNothing()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var target = scene.NewLibrary();
        for (var at = 0; ; at++)
        {
            target.Disk.FailAtFlush(at, () => new IOException("The disk failed.", 5), once: true);
            var failed = await Record.ExceptionAsync(() => target.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));
            target.Disk.Before = _ => { };
            if (failed is null || IsThere(target))
            {
                break;
            }

            Assert.Contains("The disk failed.", Assert.IsType<LibraryException>(failed).Message, StringComparison.Ordinal);
            Assert.Equal([target.Paths.LockFile], Directory.GetFileSystemEntries(target.Paths.Root));
        }

        Assert.Empty((await target.InspectAsync()).Defects);
    }

    [Fact]
    public async Task RestoreAsync_WhenTheListIsDamagedMeanwhile_ShouldSaySoAndLeaveNothing()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await using var target = scene.NewLibrary();
        target.Disk.Before = flush =>
        {
            target.Disk.Before = _ => { };
            Harm.FlipMiddle($"{scene.Run}/manifest.jsonl");
        };

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => target.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None));

        Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([target.Paths.LockFile], Directory.GetFileSystemEntries(target.Paths.Root));
    }

    // Killed at the last flush, all is there.
    private static bool IsThere(TestLibrary target) => File.Exists(target.Paths.Catalogue) && !File.Exists(target.Paths.RestoreMark);

    private static async Task AssertNothingStartsAsync(TestLibrary target)
    {
        var start = await Assert.ThrowsAsync<LibraryException>(target.StartAsync);
        await target.StopAsync();

        Assert.Contains("piton restore once more", start.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<LibraryException>(() => target.InspectAsync());
    }
}
