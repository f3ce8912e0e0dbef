using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What the pool has of an image that is right stays until it is elsewhere too: it may be the last of it.</summary>
public sealed class PooledImageTests
{
    [Theory]
    [InlineData(".DS_Store")]
    [InlineData("@eaDir/full.webp@SynoResource")]
    [InlineData(".nfs000000000000001")]
    public async Task BackUpAsync_WhenAStrangerLiesInThePool_ShouldKeepThePictureThatTheLibraryHasDamagedSince(string stranger)
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        var path = $"{scene.Backup.Pool.FolderOf(scene.Uploads[1].Image.Id)}/{stranger}";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "a stranger");
        Harm.FlipMiddle(scene.Library.PathOf(scene.Uploads[1], "full.webp"));

        var report = await scene.BackUpAsync();

        Assert.Equal((true, 0), (report.IsWhole, report.CopiedImages));
        Assert.Equal(DefectKind.Stranger, Assert.Single((await scene.InspectAsync()).Defects).Kind);
        await AssertRestoresAllAsync(scene);
    }

    [Theory]
    [InlineData("full.webp", "w320.webp")]
    [InlineData("w320.webp", "full.webp")]
    [InlineData("image.json", "full.webp")]
    [InlineData("full.webp", "image.json")]
    public async Task BackUpAsync_WhenLibraryAndPoolAreDamagedInDifferentFiles_ShouldMakeOneWholeOfBoth(string inPool, string inLibrary)
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        File.Delete($"{scene.Backup.Pool.FolderOf(scene.Uploads[1].Image.Id)}/{inPool}");
        Harm.FlipMiddle(scene.Library.PathOf(scene.Uploads[1], inLibrary));

        var report = await scene.BackUpAsync();

        Assert.Equal(1, report.CopiedImages);
        Assert.Empty((await scene.InspectAsync()).Defects);
        await AssertRestoresAllAsync(scene);
    }

    [Fact]
    public async Task BackUpAsync_WhenNobodyHasOneFileAnyMore_ShouldKeepTheOthersThroughEachRun()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        var upload = scene.Uploads[1];
        var whole = await File.ReadAllBytesAsync(scene.Library.PathOf(upload, "full.webp"));
        File.Delete($"{scene.Backup.Pool.FolderOf(upload.Image.Id)}/w320.webp");
        Harm.FlipMiddle(scene.Library.PathOf(upload, "w320.webp"));
        Harm.FlipMiddle(scene.Library.PathOf(upload, "full.webp"));

        for (var run = 0; run < 3; run++)
        {
            Assert.Contains(
                (await scene.BackUpAsync()).Defects,
                defect => (defect.Kind, defect.Place) == (DefectKind.FileDamaged, scene.Library.Paths.Within(scene.Library.PathOf(upload, "w320.webp"))));
        }

        await using var restored = scene.NewLibrary();
        Assert.True((await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None)).IsWhole);
        Assert.Equal(whole, await File.ReadAllBytesAsync(restored.PathOf(upload, "full.webp")));
        Assert.Single((await restored.InspectAsync()).Defects);
    }

    [Fact]
    public async Task BackUpAsync_WhenItIsKilledWhileItMendsThePool_ShouldLeaveEachFileThatWasRight()
    {
        for (var at = 0; ; at++)
        {
            await using var scene = await BackupScene.CreateAsync(1);
            await scene.BackUpAsync();
            var upload = scene.Uploads[0];
            var whole = await File.ReadAllBytesAsync(scene.Library.PathOf(upload, "full.webp"));
            File.Delete($"{scene.Backup.Pool.FolderOf(upload.Image.Id)}/w320.webp");
            Harm.FlipMiddle(scene.Library.PathOf(upload, "full.webp"));
            scene.Library.Disk.FailAtFlush(at, () => new KilledException(), scene.Folder);

            var failed = await Record.ExceptionAsync(scene.BackUpAsync);

            Assert.Equal(whole, await File.ReadAllBytesAsync($"{scene.Backup.Pool.FolderOf(upload.Image.Id)}/full.webp"));
            scene.Library.Disk.Before = _ => { };
            await scene.BackUpAsync();
            Assert.Empty((await scene.InspectAsync()).Defects);
            await AssertRestoresAllAsync(scene);
            if (failed is null)
            {
                Assert.InRange(at, 10, 60);
                return;
            }
        }
    }

    [Fact]
    public async Task BackUpAsync_WhenTheLibraryCannotReplaceWhatIsDamagedInThePool_ShouldHaveTheEarlierRunAsGoodAsItWas()
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        var pooled = $"{scene.Backup.Pool.FolderOf(scene.Uploads[1].Image.Id)}/w320.webp";
        File.Delete(pooled);
        scene.Library.Disk.Before = flush =>
        {
            if (flush.Contains("/backup/staging/", StringComparison.Ordinal) && flush.EndsWith("/full.webp", StringComparison.Ordinal))
            {
                throw new IOException("The disk failed.", 5);
            }
        };

        await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync);

        var defect = Assert.Single((await scene.InspectAsync()).Defects);
        Assert.Equal((DefectKind.FileMissing, scene.Backup.Pool.Within(pooled)), (defect.Kind, defect.Place));
    }

    private static async Task AssertRestoresAllAsync(BackupScene scene)
    {
        await using var restored = scene.NewLibrary();
        await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None);
        Assert.Empty((await restored.InspectAsync()).Defects);
    }
}
