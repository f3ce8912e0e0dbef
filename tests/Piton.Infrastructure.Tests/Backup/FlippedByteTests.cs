using Piton.Domain.Library;
using Xunit.Abstractions;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>
/// Any byte that is another than it was is found, wherever it is: in the catalogue, the logs beside it, the files of pictures and the backup. <c>PITON_FLIPS</c>
/// says how many are tried, <c>PITON_SEED</c> which.
/// </summary>
public sealed class FlippedByteTests(ITestOutputHelper output)
{
    private const int Flips = 1000;

    // Room put by and locks hold nothing; nor do they say anything that matters.
    private static readonly string[] Empty = [".reserve", "/lock"];

    [Fact]
    public async Task InspectAsync_WhenAnyByteIsFlipped_ShouldFindIt()
    {
        var random = new Random(Chance.Seed);
        var flips = Chance.Number("PITON_FLIPS", Flips);
        await using var scene = await BackupScene.CreateAsync(3);
        await scene.BackUpAsync();
        await scene.Library.StopAsync();
        var paths = scene.Library.Paths;
        List<string> logs = [.. Directory.GetFiles(paths.Root).Where(path => !Empty.Any(end => path.EndsWith(end, StringComparison.Ordinal)))];
        List<string> pictures = [.. Directory.GetFiles(paths.Uploads, "*", SearchOption.AllDirectories)];
        List<string> backup = [.. Directory.GetFiles(scene.Folder, "*", SearchOption.AllDirectories)];
        Assert.Equal(["accounts.jsonl", "audit.jsonl", "images.jsonl", "sessions.jsonl"], logs.Select(Path.GetFileName).Order());
        Assert.Equal(9, pictures.Count);

        for (var flip = 0; flip < flips; flip++)
        {
            // A third each, so that the many bytes of pictures do not leave the few of the logs out.
            var files = (flip % 3) switch { 0 => logs, 1 => pictures, _ => backup };
            await FlipAsync(scene, files[random.Next(files.Count)], isBackup: files == backup, random);
        }

        Assert.True((await scene.InspectAsync()).IsWhole && (await scene.Library.InspectAsync()).IsWhole);
        output.WriteLine($"{flips} flips, each found");
    }

    private static async Task FlipAsync(BackupScene scene, string path, bool isBackup, Random random)
    {
        var bytes = await File.ReadAllBytesAsync(path);
        var at = random.Next(bytes.Length);
        var (was, @is) = (bytes[at], (byte)(bytes[at] ^ random.Next(1, 256)));
        bytes[at] = @is;
        await File.WriteAllBytesAsync(path, bytes);

        var found = await (isBackup ? scene.InspectAsync() : scene.Library.InspectAsync());

        Assert.False(found.IsWhole, $"Byte {at} of {path} was {was} and is {@is}, and nobody noticed.");
        Assert.Contains(found.Defects, IsIn(isBackup ? scene.Backup.Pool.Within(path) : scene.Library.Paths.Within(path)));
        bytes[at] = was;
        await File.WriteAllBytesAsync(path, bytes);
    }

    private static Predicate<LibraryDefect> IsIn(string place) => defect => defect.IsDamage && defect.Place.StartsWith(place, StringComparison.Ordinal);
}
