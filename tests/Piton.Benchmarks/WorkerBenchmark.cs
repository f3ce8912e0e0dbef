using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips;

namespace Piton.Benchmarks;

/// <summary>What it costs to convert pictures in a process that is shut in, beside doing the same in this one.</summary>
internal sealed class WorkerBenchmark : IBenchmark
{
    private const int WarmUps = 3;

    public string Name => "worker";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        yield return await CpuAsync("12 MP", Pictures.Photograph(4000, 3000), 7, 1.05);
        yield return await CpuAsync("0.5 MP", Pictures.Photograph(800, 600), 41, 1.15);
        yield return await MemoryAsync("24 MP", Pictures.Photograph(6000, 4000), 350);
        yield return await MemoryAsync("50 MP", Pictures.Photograph(8660, 5770), 600);
    }

    private static async Task<Row> CpuAsync(string size, byte[] picture, int rounds, double bar)
    {
        using var sniffer = new MediaTypeSniffer();
        var converter = new VipsConverter(sniffer);
        await using var worker = await WorkerUnderTest.StartAsync();
        var through = new List<double>();
        var inProcess = new List<double>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var apart = await worker.CpuOfConversionAsync(picture);
            var here = CpuOfConversionInProcess(converter, picture);
            if (round >= 0)
            {
                through.Add(apart);
                inProcess.Add(here);
            }
        }

        var (ours, bare) = (through.Median(), inProcess.Median());
        return Row.AtMost(
            $"CPU of a conversion through the worker, {size} JPEG ÷ the same calls in process", bar, ours / bare, "", Row.Text($" ({ours * 1000:0} ms ÷ {bare * 1000:0} ms)"));
    }

    private static async Task<Row> MemoryAsync(string size, byte[] picture, double bar)
    {
        await using var worker = await WorkerUnderTest.StartAsync();
        var process = 0;
        for (var round = 0; round < 3; round++)
        {
            process = await worker.ConvertAsync(picture);
        }

        return Row.AtMost($"peak memory of one worker, JPEG of {size}, three times", bar, ProcessFigures.PeakMegabytes(process), " MB");
    }

    /// <summary>Seconds of this process and of its children.</summary>
    private static double CpuOfConversionInProcess(VipsConverter converter, byte[] picture)
    {
        var before = ProcessFigures.CpuSeconds(Environment.ProcessId);
        var header = converter.Inspect(new MemoryStream(picture), CancellationToken.None).Header!;
        _ = VipsConverter.Convert(new MemoryStream(picture), header, CancellationToken.None)!;
        return ProcessFigures.CpuSeconds(Environment.ProcessId) - before;
    }
}
