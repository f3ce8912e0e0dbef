using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips;
using Piton.Infrastructure.Workers;

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
        await using var workers = await StartAsync();
        var through = new List<double>();
        var inProcess = new List<double>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var apart = await CpuOfAsync(() => ThroughAsync(workers, picture));
            var here = await CpuOfAsync(() => Task.FromResult(InProcess(converter, picture)));
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
        await using var workers = await StartAsync();
        var process = 0;
        for (var round = 0; round < 3; round++)
        {
            process = await ThroughAsync(workers, picture);
        }

        return Row.AtMost($"peak memory of one worker, JPEG of {size}, three times", bar, ProcessFigures.PeakMegabytes(process), " MB");
    }

    /// <summary>Seconds of this process and of its children.</summary>
    private static async Task<double> CpuOfAsync(Func<Task<int>> convert)
    {
        var before = Cpu();
        await convert();
        return Cpu() - before;
    }

    private static double Cpu() => ProcessFigures.CpuSeconds(Environment.ProcessId);

    private static int InProcess(VipsConverter converter, byte[] picture)
    {
        var header = converter.Inspect(new MemoryStream(picture), CancellationToken.None).Header!;
        return VipsConverter.Convert(new MemoryStream(picture), header, CancellationToken.None)!.Frames;
    }

    private static async Task<int> ThroughAsync(WorkerPool workers, byte[] picture)
    {
        await using var job = workers.Begin(new MemoryStream(picture));
        await job.InspectAsync(CancellationToken.None);
        var result = await job.ConvertAsync(CancellationToken.None);
        return result.Outcome == ConvertOutcome.Converted ? ((WorkerJob)job).Process : throw new InvalidOperationException($"{result.Outcome}");
    }

    // No place but the one in reserve, so that every round meets the same worker.
    private static async Task<WorkerPool> StartAsync()
    {
        var folder = new DataDirectory(Path.Combine(Path.GetTempPath(), "piton-bench-none"));
        var pool = new WorkerPool(
            WorkerCommand.OfThisProgram(), folder, new ConversionQueueLimits { Running = 0 }, Options.Create(new DecoderOptions()), TimeProvider.System,
            NullLogger<WorkerPool>.Instance);
        await pool.StartAsync(CancellationToken.None);
        return pool;
    }
}
