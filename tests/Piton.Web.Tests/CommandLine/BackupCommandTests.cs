using System.Text.Json;

namespace Piton.Web.Tests.CommandLine;

/// <summary>A library is backed up beside its server, the backup checked, and brought into another folder.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-cli-");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    private string Restored => Path.Combine(_folder.FullName, "restored");

    [Fact]
    public async Task Run_FromBackupToRestore_ShouldBringBackWhatTheServerHad()
    {
        string address;
        byte[] picture;
        await using (var piton = await PitonProcess.ServeAsync(Data))
        {
            var image = await piton.Client.UploadAsync(TestImages.Jpeg(300, 200));
            address = image.GetProperty("urls").Text("full");
            picture = await piton.Client.GetByteArrayAsync(address);
            await AssertBacksUpAsync();
            await AssertVerifiesAsync();
            await AssertRefusesAsync("in use by process", "restore", Backup);
        }

        await AssertFindsDamageAsync();
        await AssertBringsBackWhatThereIsAsync();
        var restore = await RunAsync(Restored, "restore", Backup);
        Assert.True(restore.ExitCode == 0, restore.Output + restore.Errors);
        Assert.Contains($"are in {Restored} now", restore.Output, StringComparison.Ordinal);
        var verify = await RunAsync(Restored, "verify");
        Assert.Contains("1 images", verify.Output, StringComparison.Ordinal);
        Assert.Equal(0, verify.ExitCode);

        // In the place of the one that is lost, where the token of before opens it.
        Directory.Delete(Data, recursive: true);
        Directory.Move(Restored, Data);
        await using var again = await PitonProcess.ServeAsync(Data);
        Assert.Single(await again.Client.ListAsync());
        Assert.Equal(picture, await again.Client.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task Verify_WhenABackupIsToBeRepaired_ShouldExit2AndSayWhatToDo()
    {
        var run = await RunAsync(Data, "verify", Backup, "--repair");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("run piton backup again", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_WhenThereIsNoBackup_ShouldExit3()
    {
        var run = await RunAsync(Data, "verify", Backup);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"There is no backup in {Backup}", run.Errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task AssertBacksUpAsync()
    {
        await AssertRefusesAsync("There is no earlier backup in", "backup", Backup, "--existing");
        var first = await RunAsync(Data, "backup", Backup);
        Assert.Contains($"This is a new backup: there was none in {Backup}.", first.Output, StringComparison.Ordinal);
        var run = await RunAsync(Data, "backup", Backup, "--existing", "--json");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 0, 0), (Number(report, "images"), Number(report, "copiedImages"), report.RootElement.GetProperty("defects").GetArrayLength()));
        Assert.False(report.RootElement.GetProperty("isNew").GetBoolean());
        await AssertRefusesAsync("is in the data folder", "backup", $"{Data}/backup");
    }

    private async Task AssertVerifiesAsync()
    {
        var run = await RunAsync(Data, "verify", Backup);

        Assert.EndsWith("bytes: whole\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    private async Task AssertFindsDamageAsync()
    {
        var path = Directory.GetFiles(Backup, "full.webp", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        var verify = await RunAsync(Data, "verify", Backup);
        var restore = await RunAsync(Restored, "restore", Backup);

        Assert.Contains($"DAMAGED {Path.GetRelativePath(Backup, path)}: Its bytes", verify.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (verify.ExitCode, restore.ExitCode));
        Assert.Contains("nothing of it was restored. Where there is no better one, piton restore --even-if-damaged", restore.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));
        await File.WriteAllBytesAsync(path, bytes);
    }

    private async Task AssertBringsBackWhatThereIsAsync()
    {
        var path = Directory.GetFiles(Backup, "full.webp", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);

        var restore = await RunAsync(Restored, "restore", Backup, "--even-if-damaged");
        var verify = await RunAsync(Restored, "verify");

        Assert.Equal((1, 1), (restore.ExitCode, verify.ExitCode));
        Assert.Contains($"What could be read of it is in {Restored} now", restore.Errors, StringComparison.Ordinal);
        Assert.Contains($"DAMAGED {Path.GetRelativePath(Backup, path)}: Its bytes", verify.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(Restored, "stats")).ExitCode);
        Directory.Delete(Restored, recursive: true);
        await File.WriteAllBytesAsync(path, bytes);
    }

    private async Task AssertRefusesAsync(string said, params string[] arguments)
    {
        var run = await RunAsync(Data, arguments);

        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    private static int Number(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetInt32();

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(string data, params string[] arguments) =>
        PitonProcess.RunAsync([.. arguments, $"--Piton:DataDirectory={data}"]);
}
