using Piton.Domain.Access;
using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Infrastructure.Tests.Json;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What there is of a damaged backup comes back where that is wanted, and nothing of it is held for whole.</summary>
public sealed class SalvageTests
{
    [Fact]
    public async Task RestoreAsync_WhenAPictureIsDamagedAndThatIsAccepted_ShouldBringBackAllAndNameIt()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Harm.FlipMiddle(Pooled(scene, "full.webp"));
        var images = await scene.ImagesAsync();
        await using var restored = scene.NewLibrary();

        var report = await RestoreAsync(restored, scene);

        Assert.Equal(DefectKind.FileDamaged, Assert.Single(report.Defects).Kind);
        var found = await restored.InspectAsync();
        Assert.Equal((DefectKind.FileDamaged, restored.Paths.Within(restored.PathOf(scene.Uploads[1], "full.webp"))), Assert.Single(found.Places()));
        await restored.StartAsync();
        Assert.Equal(images.OrderBy(image => image.Id), (await restored.Listing.AllAsync()).Values.OrderBy(image => image.Id));
        Assert.NotNull(await restored.Accounts.GetAsync(TestAccounts.Create(1).Id, CancellationToken.None));
        await restored.StopAsync();
    }

    [Fact]
    public async Task RestoreAsync_WhenAPictureIsDamagedAndTheLibraryIsNotLost_ShouldBeWholeOnceTheFileIsCopiedOver()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Harm.FlipMiddle(scene.Library.PathOf(scene.Uploads[1], "full.webp"));
        Assert.False((await scene.Library.InspectAsync()).IsWhole);

        File.Copy(Pooled(scene, "full.webp"), scene.Library.PathOf(scene.Uploads[1], "full.webp"), overwrite: true);

        Assert.Empty((await scene.Library.InspectAsync()).Defects);
    }

    [Fact]
    public async Task RestoreAsync_WhenAFileIsMissing_ShouldBringBackTheOthers()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        File.Delete(Pooled(scene, "w320.webp"));
        await using var restored = scene.NewLibrary();

        await RestoreAsync(restored, scene);

        Assert.Equal(DefectKind.FileMissing, Assert.Single((await restored.InspectAsync()).Defects).Kind);
    }

    [Theory]
    [InlineData("manifest.jsonl")]
    [InlineData("manifest.jsonl", true)]
    public async Task RestoreAsync_WhenTheListIsDamagedOrMissing_ShouldBringBackAll(string file, bool isMissing = false)
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Damage($"{scene.Run}/{file}", isMissing);
        await using var restored = scene.NewLibrary();

        await RestoreAsync(restored, scene);

        Assert.Empty((await restored.InspectAsync()).Defects);
        Assert.Equal(TestKeys.Create(), await File.ReadAllTextAsync($"{restored.Paths.Keys}/{TestKeys.FileName}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreAsync_WhenTheCatalogueIsDamagedOrMissing_ShouldBringBackWhatTheRepairTakesIn(bool isMissing)
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Damage($"{scene.Run}/data/images.jsonl", isMissing);
        await using var restored = scene.NewLibrary();

        await RestoreAsync(restored, scene);
        await restored.RepairAsync();

        var found = await restored.InspectAsync();
        Assert.Equal((3, true), (found.Images, found.IsWhole));
        await restored.StartAsync();
        await restored.StopAsync();
    }

    [Fact]
    public async Task RestoreAsync_WhenNoRunIsLeft_ShouldBringBackThePictures()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Directory.Delete(scene.Run, recursive: true);
        await using var restored = scene.NewLibrary();

        await RestoreAsync(restored, scene);
        await restored.RepairAsync();

        Assert.Equal((3, true), await SumAsync(restored));
    }

    [Fact]
    public async Task RestoreAsync_WhenTheAccountsAreDamaged_ShouldPutThemBesideAndStart()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        Harm.FlipMiddle($"{scene.Run}/data/accounts.jsonl");
        var damaged = await File.ReadAllBytesAsync($"{scene.Run}/data/accounts.jsonl");
        await using var restored = scene.NewLibrary();

        var report = await RestoreAsync(restored, scene);

        Assert.Contains(report.Defects, defect => defect.Place == "accounts.jsonl" && defect.Detail.Contains("accounts.jsonl.damaged", StringComparison.Ordinal));
        Assert.Equal(damaged, await File.ReadAllBytesAsync($"{restored.Paths.Root}/accounts.jsonl.damaged"));
        Assert.Empty((await restored.InspectAsync()).Defects);
        await restored.StartAsync();
        Assert.Equal(3, (await restored.Listing.AllAsync()).Count);
        Assert.Null(await restored.Accounts.GetAsync(TestAccounts.Create(1).Id, CancellationToken.None));
        await restored.StopAsync();
    }

    [Fact]
    public async Task RestoreAsync_WhenTheAccountsAreMissing_ShouldSaySoAndStartWithoutAny()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        File.Delete($"{scene.Run}/data/accounts.jsonl");
        await using var restored = scene.NewLibrary();

        var report = await RestoreAsync(restored, scene);

        Assert.Contains((DefectKind.LogMissing, "accounts.jsonl"), report.Places());
        Assert.Empty((await restored.InspectAsync()).Defects);
        await restored.StartAsync();
        Assert.Null(await restored.Accounts.GetAsync(TestAccounts.Create(1).Id, CancellationToken.None));
        Assert.Equal(2, (await restored.Audit.PageAsync(new AuditQuery(new AuditFilter(), 10), CancellationToken.None)).Items.Count);
        await restored.StopAsync();
    }

    [Fact]
    public async Task RestoreAsync_WhenAKeyIsDamaged_ShouldLeaveItOut()
    {
        await using var scene = await BackupScene.CreateAsync();
        await scene.BackUpAsync();
        await File.WriteAllTextAsync($"{scene.Run}/data/keys/{TestKeys.FileName}", "<key");
        await using var restored = scene.NewLibrary();

        await RestoreAsync(restored, scene);

        Assert.Empty((await restored.InspectAsync()).Defects);
        Assert.Empty(Directory.GetFiles(restored.Paths.Keys));
    }

    [Fact]
    public async Task RestoreAsync_WhenADamagedBackupIsBroughtBackAndThatIsKilledAtAnyFlush_ShouldBeginAnewNextTime()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        Harm.FlipMiddle($"{scene.Run}/data/accounts.jsonl");
        await using var target = scene.NewLibrary();
        for (var at = 0; ; at++)
        {
            target.Disk.FailAtFlush(at, () => new KilledException());
            var failed = await Record.ExceptionAsync(() => RestoreAsync(target, scene));
            target.Disk.Before = _ => { };
            if (failed is null || !File.Exists(target.Paths.RestoreMark))
            {
                Assert.InRange(at, 8, 40);
                break;
            }

            Assert.Contains("piton restore once more", (await Assert.ThrowsAsync<LibraryException>(target.StartAsync)).Message, StringComparison.Ordinal);
            await target.StopAsync();
        }

        await target.StartAsync();
        Assert.Single(await target.Listing.AllAsync());
        await target.StopAsync();
    }

    [Fact]
    public async Task RestoreAsync_WhenTheFolderIsNotEmpty_ShouldRefuseADamagedBackupToo()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        Harm.FlipMiddle(Pooled(scene, "full.webp", 0));
        await using var target = scene.NewLibrary();
        Directory.CreateDirectory(target.Paths.Root);
        await File.WriteAllTextAsync($"{target.Paths.Root}/letter.txt", "a letter");

        await Assert.ThrowsAsync<LibraryException>(() => RestoreAsync(target, scene));

        Assert.Equal([$"{target.Paths.Root}/letter.txt"], Directory.GetFileSystemEntries(target.Paths.Root));
    }

    private static string Pooled(BackupScene scene, string file, int upload = 1) => $"{scene.Backup.Pool.FolderOf(scene.Uploads[upload].Image.Id)}/{file}";

    private static Task<LibraryReport> RestoreAsync(TestLibrary target, BackupScene scene) =>
        target.Backup.RestoreAsync(scene.Folder, true, null, CancellationToken.None);

    private static async Task<(long Images, bool IsWhole)> SumAsync(TestLibrary library)
    {
        var found = await library.InspectAsync();
        return (found.Images, found.IsWhole);
    }

    private static void Damage(string path, bool isMissing)
    {
        if (isMissing)
        {
            File.Delete(path);
        }
        else
        {
            Harm.FlipMiddle(path);
        }
    }
}
