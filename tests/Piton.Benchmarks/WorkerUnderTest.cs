using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Workers;

namespace Piton.Benchmarks;

/// <summary>One worker of this process, which converts pictures without a server around it.</summary>
internal sealed class WorkerUnderTest : IAsyncDisposable
{
    private readonly WorkerPool _pool;

    private WorkerUnderTest(WorkerPool pool) => _pool = pool;

    // No place but the one in reserve, so that every round meets the same worker.
    public static async Task<WorkerUnderTest> StartAsync()
    {
        var folder = new DataDirectory(Path.Combine(Path.GetTempPath(), "piton-bench-none"));
        var pool = new WorkerPool(
            WorkerCommand.OfThisProgram(), folder, new ConversionQueueLimits { Running = 0 }, Options.Create(new DecoderOptions()), TimeProvider.System,
            NullLogger<WorkerPool>.Instance);
        await pool.StartAsync(CancellationToken.None);
        return new WorkerUnderTest(pool);
    }

    /// <summary>Converts a picture once.</summary>
    /// <returns>The process that did.</returns>
    public async Task<int> ConvertAsync(byte[] picture)
    {
        await using var job = _pool.Begin(new MemoryStream(picture));
        await job.InspectAsync(CancellationToken.None);
        var result = await job.ConvertAsync(CancellationToken.None);
        return result.Outcome == ConvertOutcome.Converted ? ((WorkerJob)job).Process : throw new InvalidOperationException($"{result.Outcome}");
    }

    /// <summary>Seconds of processor time, of this process and of its children.</summary>
    public async Task<double> CpuOfConversionAsync(byte[] picture)
    {
        var before = ProcessFigures.CpuSeconds(Environment.ProcessId);
        await ConvertAsync(picture);
        return ProcessFigures.CpuSeconds(Environment.ProcessId) - before;
    }

    public async ValueTask DisposeAsync() => await _pool.DisposeAsync();
}
