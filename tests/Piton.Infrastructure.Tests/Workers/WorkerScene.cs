using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Workers;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>A pool of real workers on a data folder of its own.</summary>
internal sealed class WorkerScene : IAsyncDisposable
{
    /// <summary>The workers of <see cref="Running"/> conversions, and the one in reserve.</summary>
    public const int Whole = Running + 1;

    private const int Running = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-workers-");

    private WorkerScene(DecoderOptions options, WorkerCommand command)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "images.jsonl"), "");
        Pool = new WorkerPool(
            command, new DataDirectory(_folder.FullName), new ConversionQueueLimits { Running = Running }, Options.Create(options), Clock,
            NullLogger<WorkerPool>.Instance);
    }

    public static WorkerCommand OwnProgram { get; } = new("dotnet", [typeof(WorkerScene).Assembly.Location, WorkerCommand.Name]);

    public WorkerPool Pool { get; }

    /// <summary>Stands still until a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>The processes of the pool that are shut in and wait or work.</summary>
    public IReadOnlyList<int> Processes =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Select(int.Parse!)
            .Where(IsOurs),
    ];

    public static async Task<WorkerScene> StartAsync(DecoderOptions? options = null, WorkerCommand? command = null)
    {
        var scene = new WorkerScene(options ?? new DecoderOptions(), command ?? OwnProgram);
        await scene.Pool.StartAsync(CancellationToken.None);
        return scene;
    }

    public static void Signal(int process, string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    public void SignalAll(string signal)
    {
        foreach (var process in Processes)
        {
            Signal(process, signal);
        }
    }

    /// <summary>The process that has a job.</summary>
    public static int WorkerOf(IConversionJob job) => ((WorkerJob)job).Process;

    public async Task<(InspectResult Inspected, ConvertResult? Converted)> ConvertAsync(byte[] picture, CancellationToken cancellationToken = default)
    {
        await using var job = Pool.Begin(new MemoryStream(picture));
        var inspected = await job.InspectAsync(cancellationToken);
        return (inspected, inspected.Header is null ? null : await job.ConvertAsync(cancellationToken));
    }

    /// <summary>Waits until there are as many workers as there should be, none of them one of <paramref name="gone"/>.</summary>
    public async Task WholeAgainAsync(params int[] gone)
    {
        var waited = Stopwatch.StartNew();
        while (Processes.Count != Whole || Processes.Intersect(gone).Any())
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"There are still {Processes.Count} workers.");

            // Where a worker could not be started, the pool pauses before the next try.
            Clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private bool IsOurs(int process)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process}/cmdline");
            return command.Contains(_folder.FullName, StringComparison.Ordinal) && command.Contains("shut-in", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
