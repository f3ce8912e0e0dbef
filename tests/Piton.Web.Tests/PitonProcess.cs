using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Piton.Web.Tests;

/// <summary>Piton as a process of its own, as its users run it.</summary>
internal sealed class PitonProcess : IAsyncDisposable
{
    // By the folder of the library, which outlives the process.
    private static readonly ConcurrentDictionary<string, string> Tokens = new();

    private readonly Process _process;

    private PitonProcess(Process process, Uri address, string token)
    {
        _process = process;
        Token = token;
        Client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    /// <summary>A client that is let in as the administrator.</summary>
    public HttpClient Client { get; }

    /// <summary>The administrator's token for everything.</summary>
    public string Token { get; }

    public int Id => _process.Id;

    /// <summary>Starts it on a free port, and waits until it says where it is.</summary>
    public static async Task<PitonProcess> ServeAsync(string dataDirectory, params string[] settings)
    {
        string[] own = Tokens.ContainsKey(dataDirectory) ? [] : HouseKeeper.Settings;
        var process = Start(
        [
            "serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", dataDirectory, "--Piton:Access:AllowInsecureHttp=true", .. own, .. settings,
        ]);
        var errors = process.StandardError.ReadToEndAsync();
        if (await process.StandardOutput.ReadLineAsync() is not { } address)
        {
            throw new InvalidOperationException($"Piton did not start: {await errors}");
        }

        if (!Tokens.TryGetValue(dataDirectory, out var token))
        {
            token = await HouseKeeper.MakeTokenAsync(new Uri(address));
            Tokens[dataDirectory] = token;
        }

        return new PitonProcess(process, new Uri(address), token);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Ends it at once, wherever it is (SIGKILL).</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Tells it to stop, as a service manager does (SIGTERM), and waits for its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "piton"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }
}
