using System.Diagnostics;
using System.Text.Json;

namespace Piton.Benchmarks;

/// <summary>What Lighthouse gives the gallery with a thousand photographs, as whoever has not signed in sees it: the worst of three runs.</summary>
internal sealed class LighthouseBenchmark : IBenchmark
{
    private const int Library = 1_000;
    private const int Runs = 3;

    private static readonly (string Category, double Bar)[] Bars = [("performance", 95), ("accessibility", 100), ("best-practices", 100), ("seo", 100)];

    public string Name => "lighthouse";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        await using var piton = await PitonUnderTest.StartAsync(data => PicturedLibrary.Write(data, Library));
        var audits = new List<Audit>();
        for (var run = 0; run < Runs; run++)
        {
            audits.AddRange(await AuditAsync(piton.Client.BaseAddress!));
        }

        foreach (var device in audits.GroupBy(audit => audit.Device))
        {
            foreach (var (category, bar) in Bars)
            {
                var worst = device.MinBy(audit => audit.Scores[category])!;
                yield return Row.AtLeast(
                    $"Lighthouse on the gallery, 1,000 photographs, {device.Key}: {category}", bar, worst.Scores[category], worst.Scores[category] < 100 ? $" ({string.Join("; ", worst.Short)})" : "");
            }
        }
    }

    private static async Task<IReadOnlyList<Audit>> AuditAsync(Uri gallery)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "Piton.Benchmarks", "Lighthouse", "audit.js"), gallery.ToString()])
        {
            RedirectStandardOutput = true,
        })!;
        var audits = new List<Audit>();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            audits.Add(JsonSerializer.Deserialize<Audit>(line, JsonSerializerOptions.Web)!);
        }

        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? audits : throw new InvalidOperationException("Lighthouse failed; it said why.");
    }

    private sealed record Audit(string Device, IReadOnlyDictionary<string, double> Scores, IReadOnlyList<string> Short);
}
