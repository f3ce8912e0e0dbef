namespace Piton.Web.Tests.CommandLine;

public sealed class StaleSocketTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-stale-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Server_WhenOneBeforeItWasKilled_ShouldTakeItsSocketsPlace()
    {
        await using (var killed = await PitonProcess.ServeAsync(DataDirectory))
        {
            await killed.KillAsync();
        }

        Assert.True(File.Exists(Path.Combine(DataDirectory, "piton.sock")));
        Assert.Equal(0, (await PitonProcess.RunAsync("stats", "--Piton:DataDirectory", DataDirectory)).ExitCode);
        await using var next = await PitonProcess.ServeAsync(DataDirectory);
        var run = await PitonProcess.RunAsync("compact", "--Logging:LogLevel:Default=Information", "--Piton:DataDirectory", DataDirectory);

        // What runs in this process would log; what runs in the server does not.
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }
}
