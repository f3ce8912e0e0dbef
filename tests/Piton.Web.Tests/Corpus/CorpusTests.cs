using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>Three thousand real, odd and hostile files that lie beside the repository, over the API.</summary>
public sealed class CorpusTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-corpus-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [SkippableTheory]
    [InlineData(CorpusNaming.Own)]
    [InlineData(CorpusNaming.Wrong)]
    public async Task Upload_OfTheCorpus_ShouldDoWithEachFileAsTheManifestSays(CorpusNaming naming)
    {
        // Under wrong names build/fuzz sends those as well that are there to be survived.
        var rows = CorpusRow.ReadAll().Where(row => naming == CorpusNaming.Own || row.Expectation != CorpusExpectation.Survive).ToList();
        Assert.True(rows.Count > (naming == CorpusNaming.Own ? 3000 : 240), $"There are only {rows.Count} files.");
        await using var piton = await PitonProcess.ServeAsync(DataDirectory);
        piton.Client.Timeout = UploadJudge.Patience;
        var run = new CorpusRun(piton.Client, naming);

        await run.SendAllAsync(rows);

        Assert.True(run.Flaws.Count == 0, string.Join('\n', run.Flaws));
        await AssertUprightAsync(run, rows, "Landscape_");
        await AssertUprightAsync(run, rows, "Portrait_");
        Assert.Empty(await Leftovers.FindAsync(piton, DataDirectory, run.Accepted));
    }

    private static async Task AssertUprightAsync(CorpusRun run, List<CorpusRow> rows, string shape)
    {
        var alike = rows.Where(row => row.Path.StartsWith($"orientation/{shape}", StringComparison.Ordinal)).ToList();
        Assert.Equal(9, alike.Count);
        using var upright = StoredPicture.Decode(await run.SmallestAsync(alike.Single(row => row.Path.EndsWith("_1.jpg", StringComparison.Ordinal))));
        foreach (var row in alike)
        {
            using var actual = StoredPicture.Decode(await run.SmallestAsync(row));
            using var difference = (actual - upright).Abs();
            Assert.True(difference.Avg() < 8, $"{row.Path} differs from the upright one by {difference.Avg():F1}.");
        }
    }
}
