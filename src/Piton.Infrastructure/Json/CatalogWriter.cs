using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>The one writer of the log. Changes that come while a group is on its way to disk share the next write and the next fsync.</summary>
internal sealed partial class CatalogWriter : IAsyncDisposable
{
    private readonly Channel<CatalogWrite> _queue = Channel.CreateUnbounded<CatalogWrite>(new() { SingleReader = true });
    private readonly SemaphoreSlim _turn = new(1);
    private readonly OpenCatalog _catalog;
    private readonly LogReserve _reserve;
    private readonly GroupDraft _draft;
    private readonly DiskHealth _health;
    private readonly ILogger _logger;
    private readonly Action _afterGroup;
    private readonly Task _loop;

    /// <param name="catalog">What is written to.</param>
    /// <param name="reserve">Room for changes that are to make room.</param>
    /// <param name="health">Whether it may still be written to; told of failures.</param>
    /// <param name="logger">Told of a full disk.</param>
    /// <param name="afterGroup">Called after each group that changed something; quick.</param>
    public CatalogWriter(OpenCatalog catalog, LogReserve reserve, DiskHealth health, ILogger logger, Action afterGroup)
    {
        _catalog = catalog;
        _reserve = reserve;
        _health = health;
        _logger = logger;
        _afterGroup = afterGroup;
        _draft = new GroupDraft(catalog);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Queues a change and waits until it is on disk.</summary>
    public Task<CatalogChange> WriteAsync(Func<GroupDraft, CatalogChange> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new CatalogWrite(change, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(write), this);
        return write.Task;
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

    private async Task RunAsync()
    {
        var writes = new List<CatalogWrite>();
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

    private void WriteGroup(List<CatalogWrite> writes)
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

        var outcome = _health.IsReadOnly ? CatalogOutcome.ReadOnly : Commit();
        foreach (var write in writes)
        {
            if (outcome == CatalogOutcome.Done)
            {
                write.Succeed();
            }
            else
            {
                write.Refuse(outcome);
            }
        }
    }

    // Whatever goes wrong here, Piton's own faults too, leaves the log's end unknown: nobody may wait for ever, and nothing more be written.
    private CatalogOutcome Commit()
    {
        try
        {
            return _draft.IsEmpty || TryWrite() ? CatalogOutcome.Done : CatalogOutcome.DiskFull;
        }
        catch (Exception exception)
        {
            _health.TurnReadOnly("the catalogue", exception);
            return CatalogOutcome.ReadOnly;
        }
    }

    private bool TryWrite()
    {
        _draft.Seal();
        _reserve.Take();
        if (!TryAppend() && !(_draft.AddsNothing && _reserve.Release() && TryAppend()))
        {
            return false;
        }

        // Never tried again: after a failure the kernel may call pages clean that it has not written.
        _catalog.File.Flush();
        _catalog.Publish(_draft.Entries(), _draft.End);
        _afterGroup();
        return true;
    }

    private bool TryAppend()
    {
        try
        {
            _catalog.File.Write(_draft.Bytes, _catalog.End.Length);
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
        _catalog.File.Truncate(_catalog.End.Length);
        _catalog.File.Flush();
        LogDiskFull(_logger, cause);
    }

    [LoggerMessage(LogLevel.Warning, "There is no room for the catalogue to grow; nothing is lost.")]
    private static partial void LogDiskFull(ILogger logger, Exception cause);

    private sealed class Pause(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
