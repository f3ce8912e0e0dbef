using Microsoft.Extensions.Logging;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>
/// Records by key, all of them in memory, in an append-only log of JSON lines. Created closed; <see cref="OpenAsync"/> comes before all else.
/// </summary>
/// <param name="refusal">What a caller is told where its change is not on disk.</param>
/// <param name="prune">Leaves out of a book what has had its time.</param>
internal sealed class RecordLog<TBook, TKey, TRecord, TResult>(
    ILogDisk disk,
    DiskHealth health,
    TimeProvider time,
    ILogger logger,
    RecordFormat<TKey, TRecord> format,
    Func<LogOutcome, TResult> refusal,
    Func<TBook, TBook> prune) : IAsyncDisposable
    where TBook : class, IRecordBook<TBook, TKey, TRecord>
    where TKey : struct
    where TRecord : class
    where TResult : struct
{
    /// <summary>A log shorter than this, in bytes, is never compacted by itself.</summary>
    public const long CompactAbove = 1 << 20;

    private OpenRecords<TBook, TKey, TRecord>? _openRecords;
    private LogWriter<RecordDraft<TBook, TKey, TRecord>, TResult>? _openWriter;
    private LogCompactor? _openCompactor;
    private bool _isClosed;

    /// <summary>Every record as it is now.</summary>
    public TBook Book => (_openRecords ?? throw NotOpen()).Book;

    /// <summary>Where the log goes on; stays so while it is paused.</summary>
    public LogEnd End => (_openRecords ?? throw NotOpen()).End;

    private LogWriter<RecordDraft<TBook, TKey, TRecord>, TResult> Writer => _openWriter ?? throw NotOpen();

    /// <summary>Opens a log, or creates it; cuts off a group that a power cut tore.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="empty">A book without records.</param>
    /// <param name="cancellationToken">Heeded until it begins to read.</param>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public async Task OpenAsync(string path, TBook empty, CancellationToken cancellationToken)
    {
        if (_openRecords is not null)
        {
            throw new InvalidOperationException("The log is open already.");
        }

        var records = await Task.Run(() => Read(path, empty), cancellationToken);
        _openRecords = records;
        var reserve = new LogReserve(disk, path + ".reserve");
        reserve.Take();
        _openCompactor = new LogCompactor(
            format.Kind,
            CompactAbove,
            () => records.End.Length,
            () => records.DeadBytes,
            token => new RecordCompaction<TBook, TKey, TRecord>(disk, path, format, records, health).RunAsync(Writer.PauseAsync, prune, token),
            logger);
        _openWriter = new LogWriter<RecordDraft<TBook, TKey, TRecord>, TResult>(
            format.Kind,
            new RecordDraft<TBook, TKey, TRecord>(records, format),
            reserve,
            health,
            logger,
            refusal,
            _openCompactor.StartWhenDue);
    }

    /// <summary>Queues a change and waits until it is on disk.</summary>
    public Task<TResult> WriteAsync(Func<RecordDraft<TBook, TKey, TRecord>, TResult> change, CancellationToken cancellationToken) =>
        Writer.WriteAsync(change, cancellationToken);

    /// <inheritdoc cref="IPausableLog.PauseAsync"/>
    public Task<IDisposable> PauseAsync(CancellationToken cancellationToken) => Writer.PauseAsync(cancellationToken);

    /// <summary>Writes the log anew without what is out of date. Reads and writes go on meanwhile.</summary>
    /// <exception cref="IOException">The disk failed; nothing is lost.</exception>
    public Task CompactAsync(CancellationToken cancellationToken) => (_openCompactor ?? throw NotOpen()).RunAsync(cancellationToken);

    /// <summary>Writes what is queued and closes the log. Whoever opened it closes it, and the container once more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        if (_openWriter is not null && _openCompactor is not null)
        {
            await _openCompactor.StopAsync();
            await _openWriter.DisposeAsync();
            await _openCompactor.DisposeAsync();
        }

        _openRecords?.Dispose();
    }

    private static InvalidOperationException NotOpen() => new("The log has not been opened.");

    private OpenRecords<TBook, TKey, TRecord> Read(string path, TBook empty)
    {
        var found = new FoundRecords<TKey, TRecord>(format);
        var (file, end) = new LogOpener(disk, time, logger).Open(path, format.Kind, found.Apply);
        var book = prune(found.All.Aggregate(empty, (all, record) => all.Put(record)));
        var lengths = book.All.Select(format.KeyOf).ToDictionary(key => key, found.LengthOf);
        return new OpenRecords<TBook, TKey, TRecord>(file, end, book, lengths);
    }
}
