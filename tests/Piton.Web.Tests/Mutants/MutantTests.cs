using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Mutants;

/// <summary>Two thousand damaged, spliced and lying files over the API; <c>build/fuzz</c> sends as many as one likes.</summary>
public sealed class MutantTests : IDisposable
{
    private const int Seed = 20260301;
    private const int Count = 2000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-mutants-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <remarks>One server for all of them: each has to live through what the others did to it.</remarks>
    [SkippableFact]
    public async Task Upload_OfOriginalsBombsAndMutants_ShouldAnswerEachAndKeepOnlyWhatDecodes()
    {
        var originals = Originals.MakeAll();
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        piton.Client.Timeout = UploadJudge.Patience;
        var run = new MutantRun(piton.Client, new Mutator(Seed, originals));

        await run.SendAsync(originals);
        AssertNoFlaw(run);

        await run.SendAsync(HeaderBombs.Make());
        AssertNoFlaw(run);

        var before = (run.Sent, Accepted: run.Accepted.Count);
        await run.SendAsync(first: 0, Count);
        AssertNoFlaw(run);
        Assert.Equal(Count, run.Sent - before.Sent);
        Assert.InRange(run.Accepted.Count - before.Accepted, Count / 20, Count);
        Assert.Empty(await Leftovers.FindAsync(piton, DataDirectory, run.Accepted));
    }

    private static void AssertNoFlaw(MutantRun run) =>
        Assert.True(run.Flaws.Count == 0, $"Of seed {Seed}:\n{string.Join('\n', run.Flaws)}");
}
