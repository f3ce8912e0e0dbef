using System.Diagnostics;
using System.Globalization;
using Piton.Web.Tests.Corpus;
using Piton.Web.Tests.Judging;
using Piton.Web.Tests.Mutants;

namespace Piton.Web.Tests.Fuzz;

/// <summary>Sends the shared corpus under wrong names, header bombs and any number of mutants to Piton; see <c>build/fuzz</c>.</summary>
internal static class FuzzProgram
{
    private const int Step = 1000;
    private const string Usage = "fuzz [--seed N] [--first N] [--count N]";

    public static async Task<int> Main(string[] arguments)
    {
        if (FuzzOptions.Parse(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync($"Usage: {Usage}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("piton-fuzz-");
        try
        {
            return await RunAsync(options, Path.Combine(folder.FullName, "data"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(FuzzOptions options, string dataDirectory)
    {
        await using var piton = await PitonProcess.ServeAsync(dataDirectory);
        piton.Client.Timeout = UploadJudge.Patience;
        var flaws = new List<string>();
        var accepted = new HashSet<string>();
        if (options.First == 0)
        {
            await SendCorpusAsync(piton.Client, flaws, accepted);
        }

        await SendMutantsAsync(piton.Client, options, flaws, accepted);
        if (flaws.Count == 0)
        {
            flaws.AddRange(await Leftovers.FindAsync(piton, dataDirectory, accepted));
        }

        flaws.ForEach(Console.WriteLine);
        Console.WriteLine(flaws.Count == 0 ? "Nothing went wrong." : $"{flaws.Count} things went wrong. Try one again: --seed {options.Seed} --first NUMBER --count 1");
        return flaws.Count == 0 ? 0 : 1;
    }

    private static async Task SendCorpusAsync(HttpClient client, List<string> flaws, HashSet<string> accepted)
    {
        try
        {
            var run = new CorpusRun(client, CorpusNaming.Wrong);
            var rows = CorpusRow.ReadAll();
            await run.SendAllAsync(rows);
            flaws.AddRange(run.Flaws);
            accepted.UnionWith(run.Accepted);
            Console.WriteLine($"{rows.Count} files of the corpus under wrong names: {run.Flaws.Count} went wrong");
        }
        catch (SkipException missing)
        {
            Console.WriteLine(missing.Message);
        }
    }

    private static async Task SendMutantsAsync(HttpClient client, FuzzOptions options, List<string> flaws, HashSet<string> accepted)
    {
        var run = new MutantRun(client, new Mutator(options.Seed, Originals.Make()));
        var start = Stopwatch.GetTimestamp();
        if (options.First == 0)
        {
            await run.SendAsync(HeaderBombs.Make());
        }

        for (var done = 0; done < options.Count && run.Flaws.Count == 0; done += Step)
        {
            await run.SendAsync(options.First + done, Math.Min(Step, options.Count - done));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"seed {options.Seed}: {run.Sent} sent, {run.Accepted.Count} accepted, {run.Flaws.Count} went wrong, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        }

        flaws.AddRange(run.Flaws.Select(flaw => $"seed {options.Seed}, {flaw}"));
        accepted.UnionWith(run.Accepted);
    }
}
