using System.Diagnostics;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Tests.Json;

namespace Piton.Benchmarks;

/// <summary>What one write to the catalogue takes, and what group commit makes of many at once.</summary>
internal sealed class CatalogBenchmark : IBenchmark
{
    private const int Writers = 16;
    private const int EachAlone = 2000;
    private const int EachTogether = 1000;

    // The compiler has done with the code of a write after some thousands of them.
    private const int WarmUp = 6000;

    public string Name => "catalogue";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("piton-bench-");
        var images = new Queue<Image>(LibraryGenerator.Images(EachAlone + (Writers * EachTogether) + WarmUp));
        await using (var catalog = await TestCatalogs.OpenAsync(new LogDisk(), folder.FullName))
        {
            await AddAsync(catalog, Take(images, WarmUp));
            var alone = await AddAsync(catalog, Take(images, EachAlone));
            var start = Stopwatch.GetTimestamp();
            var batches = Enumerable.Range(0, Writers).Select(_ => Take(images, EachTogether)).ToArray();
            await Task.WhenAll(batches.Select(batch => Task.Run(() => AddAsync(catalog, batch))));
            var together = Writers * EachTogether / Stopwatch.GetElapsedTime(start).TotalSeconds;
            var one = EachAlone / alone.Sum() * 1000;

            yield return new Row("catalogue: one add with fsync, p50", "report", Row.Text($"{alone.Median():0.00} ms"), null);
            yield return Row.AtLeast(
                "16 writers at once, records a second ÷ one writer", 6, together / one, Row.Text($" ({together:0} ÷ {one:0})"));
        }

        folder.Delete(recursive: true);
    }

    private static async Task<List<double>> AddAsync(IImageCatalog catalog, IEnumerable<Image> images)
    {
        var milliseconds = new List<double>();
        foreach (var image in images)
        {
            var start = Stopwatch.GetTimestamp();
            await catalog.AddAsync(image, StorageQuota.None, CancellationToken.None);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return milliseconds;
    }

    private static Image[] Take(Queue<Image> images, int count) => [.. Enumerable.Range(0, count).Select(_ => images.Dequeue())];
}
