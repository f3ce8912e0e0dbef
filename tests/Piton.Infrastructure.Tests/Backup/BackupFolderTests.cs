using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What cannot be the folder of a backup.</summary>
public sealed class BackupFolderTests
{
    [Theory]
    [InlineData("data")]
    [InlineData("data/backup")]
    [InlineData("data/uploads/backup")]
    [InlineData("link/backup")]
    public async Task BackUpAsync_WhenTheFolderIsInTheDataFolder_ShouldRefuse(string folder)
    {
        await using var scene = await BackupScene.CreateAsync(1);
        var above = Path.GetDirectoryName(scene.Folder)!;
        Directory.CreateSymbolicLink($"{above}/link", scene.Library.Paths.Uploads);

        var refusal = await RefusalAsync(scene, $"{above}/{folder}");

        Assert.Contains("is in the data folder", refusal, StringComparison.Ordinal);
        Assert.False(File.Exists($"{above}/{folder}/piton-backup.json"));
    }

    [Fact]
    public async Task BackUpAsync_WhenTheFolderAboveDoesNotExist_ShouldRefuseAndMakeNone()
    {
        await using var scene = await BackupScene.CreateAsync(1);

        var refusal = await RefusalAsync(scene, $"{scene.Folder}/disk/backup");

        Assert.Contains($"no folder {scene.Folder}/disk", refusal, StringComparison.Ordinal);
        Assert.False(Directory.Exists(scene.Folder));
    }

    [Theory]
    [InlineData("letters.txt")]
    [InlineData("uploads")]
    public async Task BackUpAsync_WhenTheFolderIsSomethingElse_ShouldRefuseAndChangeNothing(string name)
    {
        await using var scene = await BackupScene.CreateAsync(1);
        Directory.CreateDirectory($"{scene.Folder}/{name}");

        var refusal = await RefusalAsync(scene, scene.Folder);

        Assert.Contains($"is no backup and not empty: {name}", refusal, StringComparison.Ordinal);
        Assert.Equal([$"{scene.Folder}/{name}"], Directory.GetFileSystemEntries(scene.Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task BackUpAsync_WhenTheFolderIsAFile_ShouldRefuse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await File.WriteAllTextAsync(scene.Folder, "a letter");

        Assert.Contains("is a file", await RefusalAsync(scene, scene.Folder), StringComparison.Ordinal);
        Assert.Equal("a letter", await File.ReadAllTextAsync(scene.Folder));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("/")]
    [InlineData("")]
    public async Task BackUpAsync_WhenThePathIsNotWhole_ShouldRefuse(string folder)
    {
        await using var scene = await BackupScene.CreateAsync(1);

        Assert.Contains("Give its whole path", await RefusalAsync(scene, folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackUpAsync_WhenAnotherRunIsAtWork_ShouldRefuseAndLetItEnd()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        var (entered, go) = (NewSignal(), NewSignal());
        WaitAtTheCatalogue(scene, entered, go.Task);
        var first = Task.Run(scene.BackUpAsync);
        Assert.Same(entered.Task, await Task.WhenAny(entered.Task, first));

        var refusals = new[]
        {
            await RefusalAsync(scene, scene.Folder),
            (await Assert.ThrowsAsync<LibraryException>(scene.InspectAsync)).Message,
        };
        go.SetResult();

        Assert.All(refusals, refusal => Assert.Contains("is at work on", refusal, StringComparison.Ordinal));
        Assert.True((await first).IsWhole);
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Fact]
    public async Task BackUpAsync_WhenTheBackupIsOfALaterVersion_ShouldRefuse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        var later = LogHeader.Create("backup", 2);
        await File.WriteAllBytesAsync(scene.Backup.Marker, later);

        Assert.Contains("version 2", await RefusalAsync(scene, scene.Folder), StringComparison.Ordinal);
        Assert.Equal(later, await File.ReadAllBytesAsync(scene.Backup.Marker));
    }

    [Fact]
    public async Task BackUpAsync_WhenTheMarkerIsDamaged_ShouldWriteItAnew()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await File.WriteAllTextAsync(scene.Backup.Marker, "{");

        await scene.BackUpAsync();

        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task BackUpAsync_WhenAnEarlierOneHasToBeThereAndIsNot_ShouldRefuseAndWriteNothing(bool isThere)
    {
        await using var scene = await BackupScene.CreateAsync(1);
        if (isThere)
        {
            Directory.CreateDirectory(scene.Folder);
        }

        var refusal = await Assert.ThrowsAsync<LibraryException>(() => ExistingAsync(scene));

        Assert.Contains("There is no earlier backup in", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(isThere, Directory.Exists(scene.Folder));
        Assert.False(isThere && Directory.EnumerateFileSystemEntries(scene.Folder).Any());
    }

    [Fact]
    public async Task BackUpAsync_WhenThereIsAnEarlierOne_ShouldSaySo()
    {
        await using var scene = await BackupScene.CreateAsync(1);

        Assert.True((await scene.BackUpAsync()).IsNew);
        Assert.False((await scene.BackUpAsync()).IsNew);
        Assert.False((await ExistingAsync(scene)).IsNew);
    }

    [Fact]
    public async Task InspectAsync_WhenThereIsNoBackup_ShouldSaySo()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        Directory.CreateDirectory(scene.Folder);

        var refusal = await Assert.ThrowsAsync<LibraryException>(scene.InspectAsync);

        Assert.Contains("There is no backup in", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<BackupReport> ExistingAsync(BackupScene scene) => scene.Library.Backup.BackUpAsync(scene.Folder, true, null, CancellationToken.None);

    private static void WaitAtTheCatalogue(BackupScene scene, TaskCompletionSource entered, Task go) => scene.Library.Disk.Before = flush =>
    {
        if (flush.EndsWith("/images.jsonl", StringComparison.Ordinal))
        {
            entered.SetResult();
            go.GetAwaiter().GetResult();
        }
    };

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static async Task<string> RefusalAsync(BackupScene scene, string folder) =>
        (await Assert.ThrowsAsync<LibraryException>(() => scene.Library.Backup.BackUpAsync(folder, false, null, CancellationToken.None))).Message;
}
