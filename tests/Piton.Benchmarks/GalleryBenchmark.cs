using System.Diagnostics;
using System.IO.Compression;
using Piton.Domain.Images;

namespace Piton.Benchmarks;

/// <summary>Whether the gallery stays fast at a million images.</summary>
internal sealed class GalleryBenchmark : IBenchmark
{
    private const int Small = 1_000;
    private const int Large = 1_000_000;
    private const int Rounds = 150;

    private static readonly (ImageSort Sort, string Name)[] Sorts =
    [
        (ImageSort.Newest, "newest"), (ImageSort.Oldest, "oldest"), (ImageSort.Name, "name"), (ImageSort.NameDescending, "name-desc"), (ImageSort.Size, "size"),
    ];

    public string Name => "gallery";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var library = new GeneratedLibrary(Large);
        await using var small = await PitonUnderTest.StartAsync(new GeneratedLibrary(Small).WriteTo);
        await using var large = await PitonUnderTest.StartAsync(library.WriteTo);

        yield return Row.AtMost("start at 1,000,000 images, CPU", 6, large.StartCpuSeconds, " s");
        yield return new Row("start at 1,000,000 images, until it listens", "report", Row.Text($"{large.StartTime.TotalSeconds:0.00} s"), null);
        yield return Row.AtMost("memory after", 400, ProcessFigures.Megabytes(large.Id), " MB");

        foreach (var (sort, name) in Sorts)
        {
            var first = $"/?sort={name}";
            var last = $"{first}&after={library.LastPage(sort)}";
            var times = await MedianMillisecondsAsync(Rounds, (small, "/"), (large, first), (large, last));
            yield return Ratio($"gallery page, {name}, the first", times[1], times[0]);
            yield return Ratio($"gallery page, {name}, the last", times[2], times[0]);
        }

        var search = await MedianMillisecondsAsync(30, (large, "/?q=zyzzyva"));
        yield return Row.AtMost("search by name at 1,000,000 images, no hit", 50, search[0], " ms");
        yield return Row.AtMost("HTML of the gallery page, 60 images, gzipped", 15, await GzippedKilobytesAsync(large), " KB");
    }

    private static Row Ratio(string what, double milliseconds, double reference) => Row.AtMost(
        $"{what} at 1,000,000 images ÷ the first at 1,000", 1.5, milliseconds / reference, "", Row.Text($" ({milliseconds:0.00} ms ÷ {reference:0.00} ms)"));

    // In turn, so that whatever slows the machine down slows down all of them.
    private static async Task<double[]> MedianMillisecondsAsync(int rounds, params (PitonUnderTest Piton, string Address)[] pages)
    {
        var times = pages.Select(_ => new List<double>()).ToArray();
        for (var round = -20; round < rounds; round++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                var start = Stopwatch.GetTimestamp();
                await pages[page].Piton.Client.GetByteArrayAsync(pages[page].Address);
                if (round >= 0)
                {
                    times[page].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return [.. times.Select(list => list.Median())];
    }

    private static async Task<double> GzippedKilobytesAsync(PitonUnderTest piton)
    {
        using var zipped = new MemoryStream();
        await using (var gzip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(await piton.Client.GetByteArrayAsync("/"));
        }

        return zipped.Length / 1000.0;
    }
}
