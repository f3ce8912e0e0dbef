using System.Diagnostics;
using System.Globalization;
using Piton.Faults.Ledgers;
using Piton.Faults.Load;
using Piton.Web.Tests;

namespace Piton.Faults.Disks;

/// <summary>Cuts the power at random moments under load, again and again on the same library, and looks at what comes back.</summary>
internal sealed class PowerLoss(SmallDisk disk, Random random)
{
    private const int Visitors = 3;
    private const int MostMilliseconds = 400;
    private const int Megabytes = 512;
    private const int VerifyEach = 20;

    private static readonly string[] Settings = [$"--Piton:Catalog:CompactAbove={Baseline.CompactAbove}"];

    private readonly Ledger _ledger = new();
    private HouseKeeper? _keeper;
    private Server? _server;

    private string Library => Path.Combine(disk.Root, "data");

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(int times, int seed)
    {
        var began = Stopwatch.GetTimestamp();
        using var disk = await SmallDisk.Ext4Async(Megabytes);
        var loss = new PowerLoss(disk, new Random(seed));
        var flaws = 0;
        for (var time = 1; time <= times; time++)
        {
            foreach (var flaw in await loss.RunOnceAsync(withVerify: time % VerifyEach == 0 || time == times))
            {
                Console.WriteLine($"power loss {time} of seed {seed}: {flaw}");
                flaws++;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"power loss: {times} times, {loss._ledger.Acknowledged} requests acknowledged, {flaws} flaws, seed {seed}, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        return flaws == 0 ? 0 : 1;
    }

    // What comes back takes the next visitors: to start is what takes longest.
    private async Task<IReadOnlyList<string>> RunOnceAsync(bool withVerify)
    {
        _server ??= await StartAsync(_keeper is null ? HouseKeeper.Settings[..2] : []);
        _server.LetIn(_keeper ??= await HouseKeeper.SignInAsync(_server.Address));
        var idle = await VisitUntilThePowerFailsAsync(_server);
        await disk.UnmountAsync();
        await disk.MountAsync();
        _server = await StartAsync();
        IReadOnlyList<string> flaws = [.. idle, .. await new Examiner(_server, Library, _ledger).FindFlawsAsync()];
        if (!withVerify)
        {
            return flaws;
        }

        await _server.DisposeAsync();
        _server = null;
        return [.. flaws, .. await VerifyAsync()];
    }

    private async Task<string[]> VerifyAsync()
    {
        var (exitCode, output) = await Server.RunAsync(Library, ["verify"]);
        return exitCode == 0 ? [] : [$"piton verify exits with {exitCode}: {output}"];
    }

    private async Task<Server> StartAsync(params string[] settings)
    {
        var (server, complaint) = await Server.TryStartAsync(Library, _keeper, [.. settings, .. Settings]);
        return server ?? throw new InvalidOperationException($"It did not start again: {complaint}");
    }

    /// <returns>A line where there was nothing to lose.</returns>
    private async Task<string[]> VisitUntilThePowerFailsAsync(Server server)
    {
        var requests = new Requests(server.Client, _ledger);
        var before = _ledger.Acknowledged;
        using var stop = new CancellationTokenSource();
        var visits = Enumerable.Range(0, Visitors)
            .Select(number => new Visitor(requests, _ledger, new Random(random.Next()), number, Visitors).VisitAsync(stop.Token))
            .ToArray();
        while (_ledger.Acknowledged < before + Visitors && !visits.All(visit => visit.IsCompleted))
        {
            await Task.Delay(1);
        }

        await Task.Delay(random.Next(MostMilliseconds));
        disk.CutPower();
        await stop.CancelAsync();
        await server.KillAsync();
        await Task.WhenAll(visits);
        await server.DisposeAsync();
        return _ledger.Acknowledged > before ? [] : ["nothing was acknowledged before the power failed"];
    }
}
