using System.Diagnostics;

namespace Piton.Benchmarks;

/// <summary>What everyone else feels of slow and huge requests: the slowest of a hundred requests beside the same without an attack.</summary>
internal sealed class AttackBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const int Requests = 800;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan UnderWay = TimeSpan.FromSeconds(2);

    private static readonly (string Kind, string What)[] Attacks =
    [
        (Attacker.Slowloris, "1,000 connections that never end their head"), (Attacker.Declared, "10 GB that are declared"), (Attacker.Chunked, "10 GB in chunks"),
        (Attacker.Lying, "100 uploads that declare 10 GB and send a byte a second"), (Attacker.Parts, "forms of 10,000 parts"),
    ];

    public string Name => "attacks";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        var id = await piton.UploadAsync(Pictures.Photograph(1600, 1200));
        string[] paths = ["/", $"/uploads/{id}/w800", "/api/v1/images"];
        await SlowestAsync(piton, paths);
        foreach (var (kind, what) in Attacks)
        {
            var before = ProcessFigures.Megabytes(piton.Id);
            var (normal, attacked) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                normal.Add(await SlowestAsync(piton, paths));
                using var attacker = Start(kind, piton);
                await Task.Delay(UnderWay);
                attacked.Add(await SlowestAsync(piton, paths));
                attacker.Kill();
                await attacker.WaitForExitAsync();
            }

            var ratios = attacked.Zip(normal, (during, without) => during / without);
            yield return Row.AtMost(
                $"{what}: p99 of everyone else ÷ normal", 2, ratios.Median(), "", Row.Text($" ({attacked.Median():0.0} ms ÷ {normal.Median():0.0} ms)"));
            yield return Row.AtMost($"{what}: memory that the server gains", 150, Math.Max(0, ProcessFigures.Megabytes(piton.Id) - before), " MB");
        }
    }

    /// <summary>Milliseconds, of one request every ten, whether the one before has been answered or not.</summary>
    private static async Task<double> SlowestAsync(PitonUnderTest piton, string[] paths)
    {
        var requests = new List<Task<double>>();
        for (var number = 0; number < Requests; number++)
        {
            requests.Add(TimeAsync(piton, paths[number % paths.Length]));
            await Task.Delay(Between);
        }

        var sorted = (await Task.WhenAll(requests)).Order().ToArray();
        return sorted[(int)(sorted.Length * 0.99)];
    }

    private static async Task<double> TimeAsync(PitonUnderTest piton, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await piton.Client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // With the least priority: whoever attacks has a machine of their own, and must not take this one's time for their part of the work.
    private static Process Start(string kind, PitonUnderTest piton) => Process.Start(
        "nice", ["-n", "19", Environment.ProcessPath!, "attack", kind, piton.Client.BaseAddress!.ToString(), piton.Keeper.Token])!;
}
