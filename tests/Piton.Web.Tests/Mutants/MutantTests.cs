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

    [Fact]
    public async Task Upload_OfMutants_ShouldAnswerEachAndKeepOnlyWhatDecodes()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        piton.Client.Timeout = UploadJudge.Patience;
        var run = new MutantRun(piton.Client, new Mutator(Seed, Originals.Make()));

        await run.SendAsync(first: 0, Count);

        Assert.True(run.Flaws.Count == 0, $"Of seed {Seed}:\n{string.Join('\n', run.Flaws)}");
        Assert.Equal(Count, run.Sent);
        Assert.InRange(run.Accepted.Count, Count / 20, Count);
        Assert.Empty(await Leftovers.FindAsync(piton, DataDirectory, run.Accepted));
    }

    [Fact]
    public async Task Upload_OfOriginals_ShouldAcceptThem()
    {
        var originals = Originals.Make();
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        var run = new MutantRun(piton.Client, new Mutator(Seed, originals));

        await run.SendAsync(originals);

        Assert.Empty(run.Flaws);
        Assert.Equal(originals.Count, run.Accepted.Count);
    }

    [Fact]
    public async Task Upload_OfHeaderBombs_ShouldRefuseWhatIsTooLargeAndAnswerAll()
    {
        var bombs = HeaderBombs.Make();
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        piton.Client.Timeout = UploadJudge.Patience;
        var judge = new UploadJudge(piton.Client);
        var answers = new List<string>();

        foreach (var bomb in bombs)
        {
            var judgement = await judge.SendAsync(new Attempt(bomb.Name, bomb.Bytes, "bomb.png", "image/png"));
            var claimsTooMuch = bomb.Name.Contains(" of ", StringComparison.Ordinal) && !bomb.Name.Contains("256 MB", StringComparison.Ordinal);
            if (judgement.Flaw is not null || (claimsTooMuch && !judgement.IsRefused))
            {
                answers.Add($"{bomb.Name}: {judgement}");
            }
        }

        Assert.Empty(answers);
        Assert.Empty(await Leftovers.FindAsync(piton, DataDirectory, (await piton.Client.ListAsync()).Keys));
    }
}
