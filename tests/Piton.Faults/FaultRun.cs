using System.Diagnostics;
using System.Globalization;
using Piton.Faults.Calls;
using Piton.Faults.Scenarios;

namespace Piton.Faults;

/// <summary>Lets scenarios go wrong at one call after the other, until one of them is through before it comes to that.</summary>
internal static class FaultRun
{
    private const int Misused = 2;

    public static readonly Func<int, Fault>[] Deaths = [at => new Fault(FaultKind.Death, at), at => new Fault(FaultKind.TornDeath, at)];

    public static readonly Func<int, Fault>[] Failures =
    [
        at => new Fault(FaultKind.Failure, at, Kernel.InputOutputError),
        at => new Fault(FaultKind.Failure, at, Kernel.NoSpace),
        at => new Fault(FaultKind.Failure, at, Kernel.OverQuota),
    ];

    private static readonly IScenario[] All =
    [
        new UploadScenario(), new KeptOriginalScenario(), new RenameScenario(), new DeleteScenario(), new PurgeScenario(), new CompactionScenario(),
        new StartScenario(), new FirstStartScenario(), new ImportScenario(), new BackupScenario(), new RestoreScenario(), new RepairScenario(),
    ];

    private static readonly (IScenario Scenario, Fault Fault)[] Sample =
    [
        (new UploadScenario(), new Fault(FaultKind.Death, 16)),
        (new RenameScenario(), new Fault(FaultKind.TornDeath, 1)),
        (new PurgeScenario(), new Fault(FaultKind.Death, 3)),
        (new ImportScenario(), new Fault(FaultKind.Death, 40)),
        (new BackupScenario(), new Fault(FaultKind.Death, 12)),
        (new RestoreScenario(), new Fault(FaultKind.TornDeath, 4)),
        (new RenameScenario(), new Fault(FaultKind.Failure, 2, Kernel.InputOutputError)),
    ];

    /// <summary>Runs the scenarios named, or all of them, and prints what was wrong.</summary>
    /// <returns>The exit code; 2 where a name is that of none.</returns>
    public static async Task<int> RunAsync(Func<int, Fault>[] faults, string[] names)
    {
        string[] known = [.. All.Select(scenario => scenario.Name)];
        string[] unknown = [.. names.Except(known)];
        if (unknown.Length > 0)
        {
            Console.Error.WriteLine($"There is no scenario {string.Join(", ", unknown)}. There are {string.Join(", ", known)}.");
            return Misused;
        }

        using var baseline = await Baseline.MakeAsync();
        var flaws = 0;
        foreach (var scenario in All.Where(scenario => names.Length == 0 || names.Contains(scenario.Name)))
        {
            using var begun = await baseline.ForAsync(scenario);
            var rehearsal = new Rehearsal(begun);
            foreach (var fault in faults)
            {
                flaws += await RunAsync(rehearsal, scenario, fault);
            }
        }

        return flaws == 0 ? 0 : 1;
    }

    /// <summary>Runs a few points of the whole, for those who cannot wait for it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunSampleAsync()
    {
        using var baseline = await Baseline.MakeAsync();
        var flaws = 0;
        foreach (var (scenario, fault) in Sample)
        {
            using var begun = await baseline.ForAsync(scenario);
            var showing = await new Rehearsal(begun).RunAsync(scenario, fault);
            flaws += Print(scenario, fault, showing, FlawsOfHit(showing));
        }

        return flaws == 0 ? 0 : 1;
    }

    private static async Task<int> RunAsync(Rehearsal rehearsal, IScenario scenario, Func<int, Fault> fault)
    {
        var (at, flaws, began) = (0, 0, Stopwatch.GetTimestamp());
        Showing showing;
        do
        {
            var next = fault(++at);
            showing = await rehearsal.RunAsync(scenario, next);
            flaws += Print(scenario, next, showing, at == 1 ? FlawsOfHit(showing) : showing.Flaws);
        }
        while (showing.Hit is not null);

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{scenario.Name}: {at - 1} times {fault(1).What} a call, {flaws} flaws, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        return flaws;
    }

    // Where nothing went wrong, nothing is proven.
    private static IReadOnlyList<string> FlawsOfHit(Showing showing) => showing.Hit is null ? ["it did not come to that", .. showing.Flaws] : showing.Flaws;

    private static int Print(IScenario scenario, Fault fault, Showing showing, IReadOnlyList<string> flaws)
    {
        foreach (var flaw in flaws)
        {
            Console.WriteLine($"{scenario.Name}, {fault} ({showing.Hit}): {flaw}");
        }

        return flaws.Count;
    }
}
