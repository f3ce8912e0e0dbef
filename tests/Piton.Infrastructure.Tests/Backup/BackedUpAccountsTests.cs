using Piton.Domain.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>A library that has lost its accounts takes the place of no backup that has them.</summary>
public sealed class BackedUpAccountsTests
{
    [Fact]
    public async Task BackUpAsync_WhenThereIsNoAccountAnyMore_ShouldRefuseAndKeepThose()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await LoseAccountsAsync(scene);

        var refusal = (await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync)).Message;

        Assert.Contains($"{scene.Library.Paths.Root}/accounts.jsonl has no account in it, and the earlier backup has 2.", refusal, StringComparison.Ordinal);
        Assert.Contains($"copy {scene.Run}/data/accounts.jsonl in its place", refusal, StringComparison.Ordinal);
        Assert.Empty((await scene.InspectAsync()).Defects);
        Assert.Empty(Directory.GetFileSystemEntries(scene.Backup.Pool.Staging));
    }

    [Fact]
    public async Task BackUpAsync_WhenTheAccountsAreCopiedBack_ShouldGoOn()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await LoseAccountsAsync(scene);
        await scene.Library.StopAsync();
        File.Copy($"{scene.Run}/data/accounts.jsonl", $"{scene.Library.Paths.Root}/accounts.jsonl", overwrite: true);
        await scene.Library.StartAsync();

        Assert.True((await scene.BackUpAsync()).IsWhole);
    }

    [Fact]
    public async Task BackUpAsync_WhenTheAccountsWereGivenUpOnPurpose_ShouldGoIntoAnotherFolder()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await LoseAccountsAsync(scene);

        Assert.Contains("into another folder", (await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync)).Message, StringComparison.Ordinal);
        var report = await scene.Library.Backup.BackUpAsync(scene.Folder + "-2", false, null, CancellationToken.None);
        var again = await scene.Library.Backup.BackUpAsync(scene.Folder + "-2", true, null, CancellationToken.None);

        Assert.True(report.IsWhole && again.IsWhole);
    }

    // As a restore by hand does that brings back the pictures and forgets the rest.
    private static async Task LoseAccountsAsync(BackupScene scene)
    {
        await scene.Library.StopAsync();
        File.Delete($"{scene.Library.Paths.Root}/accounts.jsonl");
        File.Delete($"{scene.Library.Paths.Root}/audit.jsonl");
        await scene.Library.StartAsync();
    }
}
