using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Workers.Protocol;

namespace Piton.Infrastructure.Workers;

/// <summary>
/// Keeps as many workers ready as conversions may run at once, and one more, so that there is one while another is being replaced. Each of
/// its places starts a worker, waits for its end and starts the next.
/// </summary>
internal sealed partial class WorkerPool(
    WorkerCommand command, DataDirectory directory, ConversionQueueLimits limits, IOptions<DecoderOptions> options, TimeProvider clock,
    ILogger<WorkerPool> logger)
    : IImageConverter, IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LoanPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);

    // What starting takes, over all the life of a worker.
    private const int SpareCpuSeconds = 60;

    private readonly DecoderOptions _options = options.Value;

    // The one that worked last works next: its code is compiled and its memory is there, and those below it stay small.
    private readonly ConcurrentStack<WorkerProcess> _idle = [];
    private readonly SemaphoreSlim _ready = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private Task _places = Task.CompletedTask;
    private WorkerMeter? _meter;

    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>Starts the first worker and hears what it found; the others follow one by one.</summary>
    /// <exception cref="LibraryException">There can be no workers, or not with the sandbox that is required.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var (worker, hello) = await StartWorkerAsync(ending.Token);
        Gaps = hello.Gaps;
        if (_options.Sandbox == SandboxMode.Off)
        {
            Gaps = ["The sandbox around decoders is switched off (Piton:Decoder:Sandbox)."];
        }
        else if (_options.Sandbox == SandboxMode.Required && Gaps.Count > 0)
        {
            worker.Kill();
            await worker.Ended;
            throw new LibraryException(
                $"Piton:Decoder:Sandbox is Required, and on this machine it has gaps: {string.Join(' ', Gaps)} Mend them, or give it BestEffort.");
        }

        foreach (var gap in Gaps)
        {
            LogGap(gap);
        }

        _meter = new WorkerMeter();
        _places = KeepAllAsync(worker, _meter);
    }

    public IConversionJob Begin(Stream source) => new WorkerJob(this, source, _options, clock);

    /// <summary>Lends a worker that waits for work.</summary>
    /// <returns>Null where there is none for long.</returns>
    public async Task<WorkerProcess?> LendAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        patience.CancelAfter(LoanPatience);
        try
        {
            while (true)
            {
                await _ready.WaitAsync(patience.Token);
                if (_idle.TryPop(out var worker) && !worker.Ended.IsCompleted)
                {
                    worker.Jobs++;
                    _meter?.Lent();
                    return worker;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Takes a worker back for the next job, unless it has had its share.</summary>
    public void TakeBack(WorkerProcess worker)
    {
        _meter?.TakenBack();
        if (worker.Jobs < _options.JobsPerWorker)
        {
            Offer(worker);
        }
        else
        {
            worker.Kill();
        }
    }

    /// <summary>Ends every worker, whatever it is doing.</summary>
    public async Task StopAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
        }

        await _places;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _meter?.Dispose();
        _stopping.Dispose();
        _ready.Dispose();
    }

    private void Offer(WorkerProcess worker)
    {
        _idle.Push(worker);
        _ready.Release();
    }

    private async Task KeepAllAsync(WorkerProcess first, WorkerMeter meter)
    {
        var places = new List<Task> { KeepAsync(first, meter) };
        for (var place = 0; place < limits.Running && !_stopping.IsCancellationRequested; place++)
        {
            places.Add(KeepAsync(await ReplaceAsync(), meter));
        }

        await Task.WhenAll(places);
    }

    /// <param name="worker">The first in this place; null where the pool is stopping.</param>
    /// <param name="meter">Told of each that comes and goes.</param>
    private async Task KeepAsync(WorkerProcess? worker, WorkerMeter meter)
    {
        while (worker is not null)
        {
            using var stop = _stopping.Token.UnsafeRegister(static state => ((WorkerProcess)state!).Kill(), worker);
            meter.Started();
            Offer(worker);
            await worker.Ended;
            meter.Ended(worker.ExitCode);
            LogEnded(
                WorkerEnds.Of(worker.ExitCode) == WorkerEnd.Crashed ? LogLevel.Warning : LogLevel.Debug, worker.Id, worker.ExitCode, worker.Jobs);
            LogComplaints(worker.Id, worker.Complaints);
            worker = await ReplaceAsync();
        }
    }

    /// <returns>Null where the pool is stopping.</returns>
    private async Task<WorkerProcess?> ReplaceAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                return (await StartWorkerAsync(_stopping.Token)).Worker;
            }
            catch (LibraryException fault)
            {
                LogNotStarted(fault);
                await Task.Delay(RestartPause, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return null;
            }
        }

        return null;
    }

    private async Task<(WorkerProcess Worker, WorkerHello Hello)> StartWorkerAsync(CancellationToken cancellationToken)
    {
        var worker = WorkerProcess.Start(command, Settings());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        using var ending = patience.Token.UnsafeRegister(static state => ((WorkerProcess)state!).Kill(), worker);
        try
        {
            var hello = await worker.GreetAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return hello is { Refusal: null } ? (worker, hello) : throw await RefusedAsync(worker, hello);
        }
        catch (Win32Exception fault)
        {
            throw new LibraryException($"The decoder {command.Program} cannot be started: {fault.Message}", fault);
        }
    }

    private static async Task<LibraryException> RefusedAsync(WorkerProcess worker, WorkerHello? hello)
    {
        worker.Kill();
        await worker.Ended;
        return new LibraryException(hello?.Refusal ?? $"The decoder ended at its start, with exit code {worker.ExitCode}. {worker.Complaints.Trim()}");
    }

    private WorkerSettings Settings() => new(
        Environment.ProcessId,
        _options.Sandbox,
        _options.MaxMemoryBytes,
        (long)_options.MaxCpuSeconds * _options.JobsPerWorker + SpareCpuSeconds,
        directory.Root);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Hostile pictures are held off less well here than they could be: {Gap}")]
    private partial void LogGap(string gap);

    [LoggerMessage(Message = "Decode worker {Id} ended with {ExitCode} after {Jobs} jobs; another takes its place")]
    private partial void LogEnded(LogLevel level, int id, int exitCode, int jobs);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Decode worker {Id} wrote: {Complaints}")]
    private partial void LogComplaints(int id, string complaints);

    [LoggerMessage(Level = LogLevel.Error, Message = "A decode worker could not be started; the next try is in a second")]
    private partial void LogNotStarted(LibraryException fault);
}
