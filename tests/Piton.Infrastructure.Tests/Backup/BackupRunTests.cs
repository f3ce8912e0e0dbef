using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What is in a backup, and what a run copies.</summary>
public sealed class BackupRunTests
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task BackUpAsync_WhenThereIsNoneYet_ShouldHoldEverythingButTheSessions()
    {
        await using var scene = await BackupScene.CreateAsync();

        var report = await scene.BackUpAsync();

        Assert.Equal((3, 3, true), (report.Images, report.CopiedImages, report.IsWhole));
        var found = await scene.InspectAsync();
        Assert.Empty(found.Defects);
        Assert.Equal((3, report.Files + 1), (found.Images, found.Files));
        await using var restored = await scene.RestoreAsync();
        Assert.Equal(await scene.ImagesAsync(), (await restored.Listing.PageAsync(new(ImageSort.Name, 10), CancellationToken.None)).Items);
        Assert.Equal(TestAccounts.Create(1), await restored.Accounts.GetAsync(TestAccounts.Create(1).Id, CancellationToken.None));
        Assert.Equal(2, (await restored.Audit.PageAsync(new AuditQuery(new AuditFilter(), 10), CancellationToken.None)).Items.Count);
        Assert.Equal(TestKeys.Create(), await File.ReadAllTextAsync($"{restored.Paths.Keys}/{TestKeys.FileName}"));
        Assert.Null(await restored.Sessions.FindAsync(TestSessions.Create(1).KeyHash, CancellationToken.None));
        Assert.NotNull(await scene.Library.Sessions.FindAsync(TestSessions.Create(1).KeyHash, CancellationToken.None));
    }

    [Fact]
    public async Task BackUpAsync_WhenDone_ShouldLetNobodyElseReadIt()
    {
        await using var scene = await BackupScene.CreateAsync(1);

        await scene.BackUpAsync();

        foreach (var path in Directory.GetFileSystemEntries(scene.Folder, "*", SearchOption.AllDirectories).Append(scene.Folder))
        {
            var expected = Directory.Exists(path) ? OwnerReadsAndWrites | UnixFileMode.UserExecute : OwnerReadsAndWrites;
            Assert.Equal((path, expected), (path, new FileInfo(path).UnixFileMode));
        }
    }

    [Fact]
    public async Task BackUpAsync_WhenThereIsAnEarlierOne_ShouldCopyWhatIsNewAndRemoveWhatIsGone()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        var (kept, gone) = (scene.Uploads[0], scene.Uploads[1]);
        var before = File.GetLastWriteTimeUtc($"{scene.Backup.Pool.FolderOf(kept.Image.Id)}/full.webp");
        await scene.Library.RemoveAsync(gone.Image.Id);
        await scene.UploadAsync();

        var report = await scene.BackUpAsync();

        Assert.Equal((3, 1, true), (report.Images, report.CopiedImages, report.IsWhole));
        Assert.Equal(before, File.GetLastWriteTimeUtc($"{scene.Backup.Pool.FolderOf(kept.Image.Id)}/full.webp"));
        Assert.False(Directory.Exists(scene.Backup.Pool.FolderOf(gone.Image.Id)));
        Assert.Equal([2L], scene.Backup.RunNumbers());
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Fact]
    public async Task BackUpAsync_WhenAnImageIsRemovedBeforeItIsCopied_ShouldHoldNothingOfIt()
    {
        await using var scene = await BackupScene.CreateAsync();
        var removed = scene.Uploads[1].Image.Id;
        AtFirstFlushOf("images.jsonl", scene, () => scene.Library.RemoveAsync(removed));

        var report = await scene.BackUpAsync();

        Assert.Equal((2, 2, true), (report.Images, report.CopiedImages, report.IsWhole));
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Fact]
    public async Task BackUpAsync_WhenAnImageIsRemovedWhileItIsCopied_ShouldHoldNothingOfIt()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        AtFirstFlushOf("full.webp", scene, () => scene.Library.RemoveAsync(scene.Uploads[0].Image.Id));

        var report = await scene.BackUpAsync();

        Assert.Equal((0, 0, true), (report.Images, report.CopiedImages, report.IsWhole));
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync();
    }

    [Fact]
    public async Task BackUpAsync_WhenMuchHappensMeanwhile_ShouldHoldTheLibraryAsItWasAtTheBeginning()
    {
        await using var scene = await BackupScene.CreateAsync();
        var before = await scene.ImagesAsync();
        AtFirstFlushOf("images.jsonl", scene, async () =>
        {
            await scene.UploadAsync();
            await scene.Library.Catalog.UpdateAsync(scene.Uploads[2].Image.Id, image => image.Rename("too late"), CancellationToken.None);
            await scene.Library.Accounts.AddAsync(TestAccounts.Create(9), CancellationToken.None);
            await scene.Library.Audit.AppendAsync(TestEntries.Create(3), CancellationToken.None);
            await scene.Library.CompactAsync();
        });

        await scene.BackUpAsync();

        await using var restored = await scene.RestoreAsync();
        Assert.Equal(before, (await restored.Listing.PageAsync(new(ImageSort.Name, 10), CancellationToken.None)).Items);
        Assert.Null(await restored.Accounts.GetAsync(TestAccounts.Create(9).Id, CancellationToken.None));
        Assert.Equal(2, (await restored.Audit.PageAsync(new AuditQuery(new AuditFilter(), 10), CancellationToken.None)).Items.Count);
    }

    [Fact]
    public async Task BackUpAsync_WhenTheLibraryIsReadOnly_ShouldMakeOneAllTheSame()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        scene.Library.Disk.Before = _ => throw new IOException("Input/output error", 5);
        await Assert.ThrowsAnyAsync<Exception>(scene.UploadAsync);
        scene.Library.Disk.Before = _ => { };
        Assert.True(scene.Library.Health.IsReadOnly);

        var report = await scene.BackUpAsync();

        Assert.Equal((1, true), (report.Images, report.IsWhole));
    }

    [Theory]
    [InlineData("full.webp", DefectKind.FileDamaged, false)]
    [InlineData("image.json", DefectKind.FactsDamaged, false)]
    [InlineData("w320.webp", DefectKind.FileMissing, true)]
    [InlineData("image.json", DefectKind.FileMissing, true)]
    public async Task BackUpAsync_WhenTheLibraryIsDamaged_ShouldSaySoAndHoldWhatIsThere(string file, DefectKind kind, bool isMissing)
    {
        await using var scene = await BackupScene.CreateAsync();
        var path = scene.Library.PathOf(scene.Uploads[1], file);
        var whole = await File.ReadAllBytesAsync(path);
        if (isMissing)
        {
            File.Delete(path);
        }
        else
        {
            Harm.FlipMiddle(path);
        }

        var report = await scene.BackUpAsync();

        var defect = Assert.Single(report.Defects);
        Assert.Equal((false, kind, scene.Library.Paths.Within(path)), (report.IsWhole, defect.Kind, defect.Place));
        Assert.Empty((await scene.InspectAsync()).Defects);
        await AssertRestoredIsAsDamagedAsync(scene);

        await File.WriteAllBytesAsync(path, whole);
        var mended = await scene.BackUpAsync();

        Assert.Equal((true, 1), (mended.IsWhole, mended.CopiedImages));
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Fact]
    public async Task BackUpAsync_WhenTheLibraryIsDamagedLater_ShouldKeepWhatItHas()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Harm.FlipMiddle(scene.Library.PathOf(scene.Uploads[1], "full.webp"));

        var report = await scene.BackUpAsync();

        Assert.Equal((true, 0), (report.IsWhole, report.CopiedImages));
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Theory]
    [InlineData("images.jsonl")]
    [InlineData("accounts.jsonl")]
    [InlineData("audit.jsonl")]
    public async Task BackUpAsync_WhenALogIsDamaged_ShouldRefuseAndLeaveTheEarlierOneAsItIs(string log)
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        var images = await scene.ImagesAsync();
        Harm.FlipMiddle($"{scene.Library.Paths.Root}/{log}");

        var refusal = await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync);

        Assert.Contains($"{scene.Library.Paths.Root}/{log}", refusal.Message, StringComparison.Ordinal);
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync(images);
    }

    [Fact]
    public async Task BackUpAsync_WhenALogIsGone_ShouldRefuseAndHoldNoOther()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        File.Delete($"{scene.Library.Paths.Root}/audit.jsonl");
        Assert.Equal(1, CountHandles(scene.Library.Paths.Catalogue));

        var refusal = await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync);

        Assert.Contains("The log is gone.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, CountHandles(scene.Library.Paths.Catalogue));
    }

    [Fact]
    public async Task BackUpAsync_WhenTheBackupLacksAFile_ShouldCopyThatImageAnew()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        File.Delete($"{scene.Backup.Pool.FolderOf(scene.Uploads[0].Image.Id)}/w320.webp");
        var path = $"{scene.Backup.Pool.FolderOf(scene.Uploads[1].Image.Id)}/full.webp";
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..^1]);

        var report = await scene.BackUpAsync();

        Assert.Equal(2, report.CopiedImages);
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Fact]
    public async Task BackUpAsync_WhenTheListIsDamaged_ShouldReadWhatIsThereAndCopyOnlyWhatIsDamaged()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Harm.FlipMiddle($"{scene.Run}/manifest.jsonl");
        Harm.FlipMiddle($"{scene.Backup.Pool.FolderOf(scene.Uploads[1].Image.Id)}/full.webp");

        var report = await scene.BackUpAsync();

        Assert.Equal((true, 1), (report.IsWhole, report.CopiedImages));
        Assert.Empty((await scene.InspectAsync()).Defects);
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    [Fact]
    public async Task BackUpAsync_WhenAskedForProgress_ShouldCountToTheEnd()
    {
        await using var scene = await BackupScene.CreateAsync();
        var told = new ProgressList();

        await scene.Library.Backup.BackUpAsync(scene.Folder, false, told, CancellationToken.None);

        Assert.Equal([1L, 2L, 3L], told.Reports.Select(report => report.Done));
        Assert.All(told.Reports, report => Assert.Equal(3, report.Total));
    }

    private static async Task AssertRestoredIsAsDamagedAsync(BackupScene scene)
    {
        await using var restored = scene.NewLibrary();
        Assert.True((await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None)).IsWhole);
        var found = await restored.InspectAsync();
        Assert.Equal((3, 1), (found.Images, found.Defects.Count));
    }

    private static int CountHandles(string path) => Directory.GetFileSystemEntries("/proc/self/fd").Count(handle => new FileInfo(handle).LinkTarget == path);

    private static void AtFirstFlushOf(string name, BackupScene scene, Func<Task> happens) => scene.Library.Disk.Before = flush =>
    {
        if (flush.StartsWith($"file {scene.Folder}/", StringComparison.Ordinal) && flush.EndsWith($"/{name}", StringComparison.Ordinal))
        {
            scene.Library.Disk.Before = _ => { };
            happens().GetAwaiter().GetResult();
        }
    };
}
