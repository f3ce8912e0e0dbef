using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.Json.Log;

/// <summary>The one writer of a log. Changes that come while a group is on its way to disk share the next write and the next fsync.</summary>
internal sealed partial class LogWriter<TDraft, TResult> : IAsyncDisposable
    where TDraft : ILogDraft
    where TResult : struct
{
    private readonly Channel<LogWrite<TDraft, TResult>> _queue =
        Channel.CreateUnbounded<LogWrite<TDraft, TResult>>(new() { SingleReader = true });

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LogKind _kind;
    private readonly TDraft _draft;
    private readonly LogReserve _reserve;
    private readonly DiskHealth _health;
    private readonly ILogger _logger;
    private readonly Func<LogOutcome, TResult> _refusal;
    private readonly Action _afterGroup;
    private readonly Task _loop;

    /// <param name="kind">What the log holds.</param>
    /// <param name="draft">What makes the groups and is told of those on disk.</param>
    /// <param name="reserve">Room for changes that must not fail for a full disk.</param>
    /// <param name="health">Whether the log may still be written to; told of failures.</param>
    /// <param name="logger">Told of a full disk.</param>
    /// <param name="refusal">What a caller is told where its group is not on disk.</param>
    /// <param name="afterGroup">Called after each group that changed something; quick.</param>
    public LogWriter(
        LogKind kind,
        TDraft draft,
        LogReserve reserve,
        DiskHealth health,
        ILogger logger,
        Func<LogOutcome, TResult> refusal,
        Action afterGroup)
    {
        _kind = kind;
        _draft = draft;
        _reserve = reserve;
        _health = health;
        _logger = logger;
        _refusal = refusal;
        _afterGroup = afterGroup;
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Queues a change and waits until it is on disk.</summary>
    public Task<TResult> WriteAsync(Func<TDraft, TResult> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new LogWrite<TDraft, TResult>(change, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(write), this);
        return InfrastructureTelemetry.Activities.HasListeners() ? TraceAsync(write.Task) : write.Task;
    }

    /// <summary>Keeps the writer from starting a group until the lease is disposed of.</summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Pause(_turn);
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _turn.Dispose();
    }

    private async Task<TResult> TraceAsync(Task<TResult> write)
    {
        using var step = InfrastructureTelemetry.Activities.StartActivity("log.write");
        step?.SetTag("piton.log", _kind.Name);
        return await write;
    }

    private async Task RunAsync()
    {
        var writes = new List<LogWrite<TDraft, TResult>>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            await _turn.WaitAsync();
            try
            {
                WriteGroup(writes);
            }
            finally
            {
                _turn.Release();
            }

            // Lets those who were just answered come back with their next change, so that the next group is a full one.
            writes.Clear();
            await Task.Yield();
        }
    }

    private void WriteGroup(List<LogWrite<TDraft, TResult>> writes)
    {
        _draft.Start();
        while (_draft.HasRoom && _queue.Reader.TryRead(out var write))
        {
            writes.Add(write);
            if (!_health.IsReadOnly)
            {
                write.Prepare(_draft);
            }
        }

        var outcome = _health.IsReadOnly ? LogOutcome.ReadOnly : Commit();
        foreach (var write in writes)
        {
            if (outcome == LogOutcome.Done)
            {
                write.Succeed();
            }
            else
            {
                write.Refuse(_refusal(outcome));
            }
        }
    }

    // Whatever goes wrong here, Piton's own faults too, leaves the log's end unknown: nobody may wait for ever, and nothing more be written.
    private LogOutcome Commit()
    {
        try
        {
            return _draft.IsEmpty || TryWrite() ? LogOutcome.Done : LogOutcome.DiskFull;
        }
        catch (Exception exception)
        {
            _health.TurnReadOnly(_kind.Title, exception);
            return LogOutcome.ReadOnly;
        }
    }

    private bool TryWrite()
    {
        _draft.Seal();
        _reserve.Take();
        while (!TryAppend())
        {
            if (!_draft.MayUseReserve || !_reserve.GiveUp())
            {
                return false;
            }
        }

        // Never tried again: after a failure the kernel may call pages clean that it has not written.
        _draft.File.Flush();
        _draft.Publish();
        _afterGroup();
        return true;
    }

    private bool TryAppend()
    {
        try
        {
            _draft.File.Write(_draft.Bytes, _draft.Offset);
            return true;
        }
        catch (IOException exception) when (exception.IsFull())
        {
            TakeBack(exception);
            return false;
        }
    }

    // The truncation is put on disk as well: what is left of this group must not come back under the next one after a power cut.
    private void TakeBack(IOException cause)
    {
        _draft.File.Truncate(_draft.Offset);
        _draft.File.Flush();
        LogDiskFull(_logger, _kind.Title, cause);
    }

    [LoggerMessage(LogLevel.Warning, "There is no room for {Title} to grow; nothing is lost.")]
    private static partial void LogDiskFull(ILogger logger, string title, Exception cause);

    private sealed class Pause(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
