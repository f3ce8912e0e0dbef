using Piton.Faults.Calls;
using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults;

/// <summary>Where a scenario takes place once: a library of its own, and what goes wrong.</summary>
internal sealed class Stage(string folder, Ledger ledger, HouseKeeper? keeper, Fault fault) : IAsyncDisposable
{
    // Each start has fewer decoders to make ready.
    private static readonly string[] OneAtOnce = ["--Piton:Conversions:Running=1"];

    private Server? _server;
    private Gate? _gate;

    /// <summary>What there is: a library, and what lies beside it.</summary>
    public string Folder => folder;

    /// <summary>The data folder.</summary>
    public string Library { get; } = LibraryIn(folder);

    /// <summary>Where a backup of it is.</summary>
    public string Backup => Path.Combine(folder, "backup");

    public Ledger Ledger => ledger;

    /// <summary>As whom requests are sent; null in a library that knows nobody.</summary>
    public HouseKeeper? Keeper { get; set; } = keeper;

    /// <summary>Why Piton ended by itself, in its own words; null where it did not.</summary>
    public string? Complaint { get; set; }

    /// <summary>What the scenario's command said, where it exited with 0; null where it did not, and where there is none.</summary>
    public string? Report { get; private set; }

    /// <summary>The options that the scenario has Piton start with, once more when it comes back.</summary>
    public string[] Settings
    {
        get;
        set => field = [.. OneAtOnce, .. value];
    }
    = OneAtOnce;

    /// <summary>The call that went wrong; null where it has not come to that.</summary>
    public DiskCall? Hit => _gate?.Hit;

    /// <summary>The calls that were counted.</summary>
    public IReadOnlyList<DiskCall> Calls => _gate?.Calls ?? [];

    /// <summary>The server that the scenario started, if it is there.</summary>
    public Server? Server => _server;

    public Requests Requests => new(_server!.Client, ledger);

    /// <summary>Where in such a folder the data folder is.</summary>
    public static string LibraryIn(string folder) => Path.Combine(folder, "data");

    /// <summary>Starts the server, with whose start nothing is wrong.</summary>
    public async Task ServeAsync()
    {
        _server = await Server.TryStartAsync(Library, Keeper, Settings, isWatched: true) is ({ } server, _)
            ? server
            : throw new InvalidOperationException("Piton did not start.");
        _gate = _server.Gate;
    }

    /// <summary>From here on calls count.</summary>
    public void Arm() => _gate!.Arm(fault);

    /// <summary>Starts the server, and counts its calls from the first.</summary>
    /// <returns>Why it did not start; null where it did.</returns>
    public async Task<string?> TryServeAsync()
    {
        (_server, var complaint) = await Server.TryStartAsync(Library, Keeper, Settings, isWatched: true, fault, gate => _gate = gate);
        return _server is null ? complaint : null;
    }

    /// <summary>Runs a command to its end, and counts its calls from the first.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] command)
    {
        var (exitCode, output) = await Server.RunAsync(Library, command, fault, gate => _gate = gate);
        Report = exitCode == 0 ? output : null;
        return (exitCode, output);
    }

    /// <summary>Runs a command with which nothing is wrong.</summary>
    /// <param name="command">The command.</param>
    /// <returns>A line that says how it failed; none where it did what it was asked.</returns>
    public Task<IReadOnlyList<string>> FlawsOfAsync(params string[] command) => FlawsOfAsync(Library, command);

    /// <summary>The same on another library.</summary>
    public static async Task<IReadOnlyList<string>> FlawsOfAsync(string library, string[] command)
    {
        var (exitCode, output) = await Server.RunAsync(library, command);
        return exitCode == 0 ? [] : [$"piton {string.Join(' ', command)} exits with {exitCode}: {output}"];
    }

    /// <summary>Starts Piton on a library that nobody has, compares it with what is known of it, and has all of it verified.</summary>
    /// <param name="library">The data folder.</param>
    /// <param name="known">What is known; what is seen is written into it.</param>
    /// <returns>A line for whatever is not as it should be.</returns>
    public async Task<IReadOnlyList<string>> ComeBackAsync(string library, Ledger known)
    {
        var (server, complaint) = await Server.TryStartAsync(library, Keeper, Settings);
        if (server is null)
        {
            return [$"it did not start again: {complaint}"];
        }

        IReadOnlyList<string> flaws;
        await using (server)
        {
            // In a library that knows nobody yet there is nothing to look at.
            flaws = Keeper is null ? [] : await new Examiner(server, library, known).FindFlawsAsync();
        }

        return [.. flaws, .. await FlawsOfAsync(library, ["verify"])];
    }

    /// <summary>Ends the run where what a scenario begins with did not come about.</summary>
    public static void Expect(IReadOnlyList<string> flaws)
    {
        if (flaws.Count > 0)
        {
            throw new InvalidOperationException(string.Join(' ', flaws));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
        }
    }
}
