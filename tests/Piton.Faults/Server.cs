using System.Diagnostics;
using Piton.Faults.Calls;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>Piton as a process of its own, whose calls are looked at where that is asked for.</summary>
internal sealed class Server : IAsyncDisposable
{
    // One that hangs is as bad as one that loses something.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private Server(Process process, Task<string> errors, Gate? gate, Uri address, HouseKeeper? keeper)
    {
        _process = process;
        _errors = errors;
        Gate = gate;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = Patience };
        if (keeper is not null)
        {
            LetIn(keeper);
        }
    }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "piton");

    public Gate? Gate { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>Starts it on a free port, and waits until it says where it is.</summary>
    /// <param name="library">The data folder.</param>
    /// <param name="keeper">As whom its client is let in; null for nobody.</param>
    /// <param name="settings">Options of Piton.</param>
    /// <param name="isWatched">Whether its calls are looked at.</param>
    /// <param name="fault">What goes wrong from the start on; null for nothing yet.</param>
    /// <param name="opened">Is given the gate at which they are looked at.</param>
    /// <returns>The server; or null, and why it did not start.</returns>
    public static async Task<(Server? Server, string Complaint)> TryStartAsync(
        string library, HouseKeeper? keeper, string[] settings, bool isWatched = false, Fault? fault = null, Action<Gate>? opened = null)
    {
        var process = Start(["serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", library, .. HouseKeeper.Settings[2..], .. settings], isWatched);
        Gate? gate = null;
        Server? server = null;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            gate = isWatched ? await OpenAsync(process, library, fault, opened) : null;
            if (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } address)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return (server = new Server(process, errors, gate, new Uri(address), keeper), "");
            }

            await process.WaitForExitAsync().WaitAsync(Patience);
            return (null, await errors);
        }
        finally
        {
            if (server is null)
            {
                process.Kill();
                gate?.Dispose();
                process.Dispose();
            }
        }
    }

    /// <summary>The same where it has to start.</summary>
    public static async Task<Server> StartAsync(string library, HouseKeeper? keeper, params string[] settings) =>
        await TryStartAsync(library, keeper, settings) is ({ } server, _) started ? server : throw new InvalidOperationException("Piton did not start.");

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string library, string[] arguments, Fault? fault = null, Action<Gate>? opened = null)
    {
        using var process = Start([.. arguments, "--Piton:DataDirectory", library], fault is not null);
        Gate? gate = null;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            gate = fault is null ? null : await OpenAsync(process, library, fault, opened);
            await process.WaitForExitAsync().WaitAsync(Patience);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill();
            gate?.Dispose();
        }
    }

    /// <summary>Lets the client in.</summary>
    public void LetIn(HouseKeeper keeper) => Client.DefaultRequestHeaders.Authorization = new("Bearer", keeper.Token);

    /// <summary>Ends it at once (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _errors;
        Client.Dispose();
        Gate?.Dispose();
        _process.Dispose();
    }

    // With the folder around the library: a backup lies there as well.
    private static async Task<Gate> OpenAsync(Process process, string library, Fault? fault, Action<Gate>? opened)
    {
        var gate = await Gate.OpenAsync(process, Path.GetDirectoryName(library)!, fault);
        opened?.Invoke(gate);
        return gate;
    }

    private static Process Start(string[] arguments, bool isWatched) => Process.Start(new ProcessStartInfo(
        isWatched ? Environment.ProcessPath! : Program, isWatched ? [Launcher.Command, Program, .. arguments] : arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = Path.GetTempPath(),
    })!;
}
