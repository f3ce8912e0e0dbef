using Piton.Domain.Library;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>Whatever befalls a backup is found, and a restore refuses it.</summary>
public sealed class BackupSurveyTests
{
    [Fact]
    public async Task InspectAsync_WhenAnyFileIsDamagedOrMissing_ShouldFindItAndRestoreNothing()
    {
        await using var scene = await BackupScene.CreateAsync(2);
        await scene.BackUpAsync();
        await using var restored = scene.NewLibrary();
        var files = Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories);
        Assert.InRange(files.Length, 10, 100);
        foreach (var path in files)
        {
            var bytes = await File.ReadAllBytesAsync(path);
            byte[]?[] damages = [null, [], bytes[..^1], [.. bytes, 0], [.. bytes[..(bytes.Length / 2)], (byte)(bytes[bytes.Length / 2] ^ 64), .. bytes[((bytes.Length / 2) + 1)..]]];
            foreach (var damage in damages)
            {
                File.Delete(path);
                if (damage is not null)
                {
                    await File.WriteAllBytesAsync(path, damage);
                }

                var report = await restored.Backup.RestoreAsync(scene.Folder, false, null, CancellationToken.None);

                Assert.False(report.IsWhole, $"{path} with {damage?.Length} bytes of {bytes.Length} was not found.");
                Assert.Contains(report.Defects, defect => defect.Place == scene.Backup.Pool.Within(path));
                Assert.False(Directory.Exists(restored.Paths.Root));
            }

            await File.WriteAllBytesAsync(path, bytes);
        }

        Assert.Empty((await scene.InspectAsync()).Defects);
    }

    [Theory]
    [InlineData("letter.txt", DefectKind.Stranger)]
    [InlineData("runs/letter.txt", DefectKind.Stranger)]
    [InlineData("runs/000001/letter.txt", DefectKind.Stranger)]
    [InlineData("runs/000001/data/sessions.jsonl", DefectKind.Stranger)]
    [InlineData("uploads/letter.txt", DefectKind.Stranger)]
    [InlineData("uploads/ab/letter.txt", DefectKind.Stranger)]
    [InlineData("uploads/ab/ab000000000000000000000000000000/full.webp", DefectKind.RunLeftover)]
    [InlineData("staging/0/full.webp", DefectKind.RunLeftover)]
    public async Task InspectAsync_WhenThereIsSomethingElse_ShouldFindItAndCallTheBackupWhole(string path, DefectKind kind)
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        Directory.CreateDirectory(Path.GetDirectoryName($"{scene.Folder}/{path}")!);
        await File.WriteAllTextAsync($"{scene.Folder}/{path}", "surplus");

        var report = await scene.InspectAsync();

        var defect = Assert.Single(report.Defects);
        Assert.Equal((kind, true), (defect.Kind, report.IsWhole));
        Assert.StartsWith(defect.Place, path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InspectAsync_WhenAFileIsTooManyInAnImage_ShouldFindIt()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        var path = $"{scene.Backup.Pool.FolderOf(scene.Uploads[0].Image.Id)}/full.jpg";
        await File.WriteAllTextAsync(path, "surplus");

        var defect = Assert.Single((await scene.InspectAsync()).Defects);

        Assert.Equal((DefectKind.Stranger, scene.Backup.Pool.Within(path)), (defect.Kind, defect.Place));
    }

    [Fact]
    public async Task InspectAsync_WhenNoRunIsThere_ShouldSayThatThereIsNothingToRestore()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        Directory.Delete(scene.Run, recursive: true);

        var report = await scene.InspectAsync();

        Assert.False(report.IsWhole);
        Assert.Contains(report.Defects, defect => defect.Kind == DefectKind.ManifestMissing);
    }

    [Fact]
    public async Task InspectAsync_WhenAnEarlierRunIsThereStill_ShouldCheckBoth()
    {
        await using var scene = await BackupScene.CreateAsync(1);
        await scene.BackUpAsync();
        CopyFolder(scene.Run, scene.Backup.RunFolder(2));
        Assert.Empty((await scene.InspectAsync()).Defects);
        Harm.FlipMiddle($"{scene.Backup.RunFolder(1)}/data/audit.jsonl");

        var defect = Assert.Single((await scene.InspectAsync()).Defects);

        Assert.Equal((DefectKind.FileDamaged, "runs/000001/data/audit.jsonl"), (defect.Kind, defect.Place));
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = to + path[from.Length..];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
