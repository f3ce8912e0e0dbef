namespace Piton.Web.Tests.CommandLine;

/// <summary>A server in a process of its own, with commands run beside it, for the tests of one class.</summary>
public sealed class ServedLibrary : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-served-");

    public string DataDirectory => Path.Combine(_folder.FullName, "data");

    public string SocketPath => Path.Combine(DataDirectory, "piton.sock");

    internal PitonProcess Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await PitonProcess.ServeAsync(DataDirectory);

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        PitonProcess.RunAsync([.. arguments, "--Piton:DataDirectory", DataDirectory]);

    public Task<(int ExitCode, string Output, string Errors)> RunWithInputAsync(string input, params string[] arguments) =>
        PitonProcess.RunWithInputAsync(input, [.. arguments, "--Piton:DataDirectory", DataDirectory]);
}
