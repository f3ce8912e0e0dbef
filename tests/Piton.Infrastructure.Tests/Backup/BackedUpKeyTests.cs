using Piton.Domain.Library;
using Piton.Infrastructure.Tests.FileSystem;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>A key that is damaged is found, and takes no good one's place.</summary>
public sealed class BackedUpKeyTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<key/>")]
    [InlineData("not even XML")]
    public async Task InspectAsync_WhenAKeyIsDamaged_ShouldFindItInTheOpenLibraryAndInTheClosed(string content)
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await File.WriteAllTextAsync(scene.Key, content);

        var open = await scene.Library.InspectAsync();
        await scene.Library.StopAsync();
        var closed = await scene.Library.InspectAsync();

        Assert.Equal((DefectKind.KeyDamaged, scene.Library.Paths.Within(scene.Key)), Assert.Single(open.Places()));
        Assert.Equal(open.Places(), closed.Places());
        Assert.False(open.IsWhole || closed.IsWhole);
    }

    [Fact]
    public async Task BackUpAsync_WhenAKeyIsDamagedAndThereIsNoEarlierOne_ShouldRefuse()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await File.WriteAllTextAsync(scene.Key, "<key");

        var refusal = await RefusalAsync(scene);

        Assert.Contains($"{scene.Key}, a key for cookies and forms, is damaged", refusal, StringComparison.Ordinal);
        Assert.Contains("Where none has it, delete it", refusal, StringComparison.Ordinal);
        File.Delete(scene.Key);
        Assert.True((await scene.BackUpAsync()).IsWhole);
    }

    [Fact]
    public async Task BackUpAsync_WhenAKeyIsDamagedAndTheBackupHasIt_ShouldSayWhereAndNotToDeleteIt()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await File.WriteAllTextAsync(scene.Key, "<key");

        var refusal = await RefusalAsync(scene);

        Assert.Contains($"is damaged. Copy it back from {scene.Run}/data/keys/{TestKeys.FileName}", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("delete", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BackUpAsync_WhenAnyByteOfAKeyIsFlipped_ShouldRefuseAndKeepTheGoodOne()
    {
        var random = new Random(Chance.Seed);
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        var key = await File.ReadAllBytesAsync(scene.Key);
        var found = 0;
        for (var flip = 0; flip < 100; flip++)
        {
            var bytes = key.ToArray();
            var at = random.Next(bytes.Length);
            bytes[at] ^= (byte)random.Next(1, 256);
            await File.WriteAllBytesAsync(scene.Key, bytes);

            found += (await scene.Library.InspectAsync()).IsWhole ? 0 : 1;
            Assert.Contains(scene.Key, await RefusalAsync(scene), StringComparison.Ordinal);
        }

        Assert.InRange(found, 50, 100);
        Assert.Empty((await scene.InspectAsync()).Defects);
        File.Copy($"{scene.Run}/data/keys/{TestKeys.FileName}", scene.Key, overwrite: true);
        Assert.True((await scene.BackUpAsync()).IsWhole);
    }

    [Fact]
    public async Task BackUpAsync_WhenAKeyIsMissing_ShouldSayWhereItIsAndHowToGoOn()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        File.Delete(scene.Key);

        var refusal = await RefusalAsync(scene);

        Assert.Contains($"is missing. Copy it back from {scene.Run}/data/keys/{TestKeys.FileName}", refusal, StringComparison.Ordinal);
        Assert.Contains("into another folder", refusal, StringComparison.Ordinal);
        Assert.True((await scene.Library.Backup.BackUpAsync(scene.Folder + "-2", false, null, CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task BackUpAsync_WhenAKeyThatHasExpiredIsMissing_ShouldGoOnWithoutIt()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await File.WriteAllTextAsync(scene.Key, TestKeys.Create(expires: "2020-01-31T10:00:00Z"));
        await scene.BackUpAsync();
        File.Delete(scene.Key);

        Assert.True((await scene.BackUpAsync()).IsWhole);
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Fact]
    public async Task BackUpAsync_WhenTheBackupHasTheKeyDamaged_ShouldTakeTheGoodOneOfTheLibrary()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        await File.WriteAllTextAsync($"{scene.Run}/data/keys/{TestKeys.FileName}", "<key");

        Assert.True((await scene.BackUpAsync()).IsWhole);
        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    private static async Task<string> RefusalAsync(BackupScene scene) => (await Assert.ThrowsAsync<LibraryException>(scene.BackUpAsync)).Message;
}
