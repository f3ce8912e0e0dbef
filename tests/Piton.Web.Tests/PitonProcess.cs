using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Piton.Web.Tests;

/// <summary>Piton as a process of its own, as its users run it.</summary>
internal sealed class PitonProcess : IAsyncDisposable
{
    // By the folder of the library, which outlives the process.
    private static readonly ConcurrentDictionary<string, HouseKeeper> Keepers = new();

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "piton");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log;

    private PitonProcess(Process process, ConcurrentQueue<string> log, Uri address, HouseKeeper keeper)
    {
        _process = process;
        _log = log;
        Keeper = keeper;
        Client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new("Bearer", keeper.Token) } };
    }

    /// <summary>A client that is let in as the administrator.</summary>
    public HttpClient Client { get; }

    /// <summary>The administrator.</summary>
    public HouseKeeper Keeper { get; }

    public int Id => _process.Id;

    /// <summary>What it has logged so far, line by line.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>Starts it on a free port, and waits until it says where it is.</summary>
    public static Task<PitonProcess> ServeAsync(string dataDirectory, params string[] settings) => ServeInAsync([], dataDirectory, settings);

    /// <summary>The same with something more in its environment.</summary>
    public static async Task<PitonProcess> ServeInAsync(Dictionary<string, string> environment, string dataDirectory, params string[] settings)
    {
        string[] own = Keepers.ContainsKey(dataDirectory) ? HouseKeeper.Settings[2..] : HouseKeeper.Settings;
        var process = Start(
        [
            "serve", "--urls", "http://127.0.0.1:0", "--Piton:DataDirectory", dataDirectory, .. own, .. settings,
        ], environment);
        var log = new ConcurrentQueue<string>();
        var hearing = HearAsync(process.StandardError, log);
        if (await process.StandardOutput.ReadLineAsync() is not { } address)
        {
            await hearing;
            throw new InvalidOperationException($"Piton did not start: {string.Join('\n', log)}");
        }

        if (!Keepers.TryGetValue(dataDirectory, out var keeper))
        {
            keeper = await HouseKeeper.SignInAsync(new Uri(address));
            Keepers[dataDirectory] = keeper;
        }

        return new PitonProcess(process, log, new Uri(address), keeper);
    }

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <summary>The same with something more in its environment.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunInAsync(Dictionary<string, string> environment, params string[] arguments) =>
        RunToEndAsync(Start(arguments, environment), "");

    /// <summary>The same with something on its standard input.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunWithInputAsync(string input, params string[] arguments) =>
        RunToEndAsync(Start(arguments, []), input);

    /// <summary>Runs a command behind others: a shell, or what makes it another user's.</summary>
    public static Task<(int ExitCode, string Output, string Errors)> RunBehindAsync(string[] before, params string[] arguments) =>
        RunToEndAsync(Start(before[0], [.. before[1..], Program, .. arguments], []), "");

    private static async Task<(int ExitCode, string Output, string Errors)> RunToEndAsync(Process started, string input)
    {
        using var process = started;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
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

    private static async Task HearAsync(StreamReader errors, ConcurrentQueue<string> log)
    {
        while (await errors.ReadLineAsync() is { } line)
        {
            log.Enqueue(line);
        }
    }

    private static Process Start(IEnumerable<string> arguments, Dictionary<string, string> environment) => Start(Program, arguments, environment);

    private static Process Start(string program, IEnumerable<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
