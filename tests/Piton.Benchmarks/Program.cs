using Piton.Benchmarks;

// Called by benchmarks, so that what libvips alone needs is measured in a process of its own.
if (args is ["libvips", var picture, var rounds, var sizes])
{
    return BareLibvips.Run(picture, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture), sizes == "all");
}

// The same for whoever attacks, so that the one who measures is not slowed down by it.
if (args is ["attack", var kind, var address, var token])
{
    return await Attacker.RunAsync(kind, new Uri(address), token);
}

IBenchmark[] all =
[
    new UploadBenchmark(), new ThroughputBenchmark(), new MemoryBenchmark(), new WorkerBenchmark(), new CwebpBenchmark(), new SharpBenchmark(),
    new GraphicsBenchmark(), new LargerBenchmark(), new GalleryBenchmark(), new CatalogBenchmark(), new RenditionBenchmark(),
    new BrowserBenchmark(), new LighthouseBenchmark(), new AttackBenchmark(),
];
var chosen = all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"There is no such benchmark. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

Console.WriteLine(Machine.Describe());
Console.WriteLine();
Console.WriteLine("| what | bar | measured | |");
Console.WriteLine("|---|---|---|---|");
foreach (var benchmark in chosen)
{
    await foreach (var row in benchmark.RunAsync())
    {
        Console.WriteLine(row);
    }
}

return 0;
