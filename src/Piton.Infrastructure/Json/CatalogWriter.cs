using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json;

/// <summary>The one writer of the log. Changes that come while a group is on its way to disk share the next write and the next fsync.</summary>
internal sealed partial class CatalogWriter : ILibraryHealth, IAsyncDisposable
{
    private readonly Channel<CatalogWrite> queue = Channel.CreateUnbounded<CatalogWrite>(new() { SingleReader = true });
    private readonly SemaphoreSlim turn = new(1);
    private readonly OpenCatalog catalog;
    private readonly GroupDraft draft;
    private readonly ILogger logger;
    private readonly Action afterGroup;
    private readonly Task loop;
    private volatile string? readOnlyReason;

    /// <param name="catalog">What is written to.</param>
    /// <param name="logger">Told of failures.</param>
    /// <param name="afterGroup">Called after each group that changed something; quick.</param>
    public CatalogWriter(OpenCatalog catalog, ILogger logger, Action afterGroup)
    {
        this.catalog = catalog;
        this.logger = logger;
        this.afterGroup = afterGroup;
        draft = new GroupDraft(catalog);
        loop = Task.Run(RunAsync);
    }

    public bool IsReadOnly => readOnlyReason is not null;

    public string? Reason => readOnlyReason;

    /// <summary>Queues a change and waits until it is on disk.</summary>
    public Task<CatalogChange> WriteAsync(Func<GroupDraft, CatalogChange> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new CatalogWrite(change, cancellationToken);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(write), this);
        return write.Task;
    }

    /// <summary>Keeps the writer from starting a group until the lease is disposed of.</summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        return new Pause(turn);
    }

    /// <summary>Refuses every write from here on.</summary>
    public void TurnReadOnly(Exception cause)
    {
        readOnlyReason = $"Writing the catalogue failed ({cause.Message.TrimEnd('.')}). Check the disk, then start Piton again.";
        LogReadOnly(logger, cause);
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        turn.Dispose();
    }

    private async Task RunAsync()
    {
        var writes = new List<CatalogWrite>();
        while (await queue.Reader.WaitToReadAsync())
        {
            await turn.WaitAsync();
            try
            {
                WriteGroup(writes);
            }
            finally
            {
                turn.Release();
            }

            // Lets those who were just answered come back with their next change, so that the next group is a full one.
            writes.Clear();
            await Task.Yield();
        }
    }

    private void WriteGroup(List<CatalogWrite> writes)
    {
        draft.Start();
        while (draft.HasRoom && queue.Reader.TryRead(out var write))
        {
            writes.Add(write);
            if (!IsReadOnly)
                write.Prepare(draft);
        }

        var outcome = IsReadOnly ? CatalogOutcome.ReadOnly : Commit();
        foreach (var write in writes)
        {
            if (outcome == CatalogOutcome.Done)
                write.Succeed();
            else
                write.Refuse(outcome);
        }
    }

    // Whatever goes wrong here, Piton's own faults too, leaves the log's end unknown: nobody may wait for ever, and nothing more be written.
    private CatalogOutcome Commit()
    {
        try
        {
            return draft.IsEmpty || TryWrite() ? CatalogOutcome.Done : CatalogOutcome.DiskFull;
        }
        catch (Exception exception)
        {
            TurnReadOnly(exception);
            return CatalogOutcome.ReadOnly;
        }
    }

    private bool TryWrite()
    {
        draft.Seal();
        try
        {
            catalog.File.Write(draft.Bytes, catalog.End.Length);
        }
        catch (IOException exception) when (exception.IsFull())
        {
            TakeBack(exception);
            return false;
        }

        // Never tried again: after a failure the kernel may call pages clean that it has not written.
        catalog.File.Flush();
        catalog.Publish(draft.Entries(), draft.End);
        afterGroup();
        return true;
    }

    // The truncation is put on disk as well: what is left of this group must not come back under the next one after a power cut.
    private void TakeBack(IOException cause)
    {
        catalog.File.Truncate(catalog.End.Length);
        catalog.File.Flush();
        LogDiskFull(logger, cause);
    }

    [LoggerMessage(LogLevel.Error, "The catalogue could not be written and is read-only until Piton is started again.")]
    private static partial void LogReadOnly(ILogger logger, Exception cause);

    [LoggerMessage(LogLevel.Warning, "There is no room for the catalogue to grow; the change was refused and nothing is lost.")]
    private static partial void LogDiskFull(ILogger logger, Exception cause);

    private sealed class Pause(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
