using System.Buffers;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>
/// Writes a log of records anew from memory, without the lines that nobody needs. Most of it is written while the writer goes on; the
/// writer waits only while what it changed meanwhile is written, and while the new log takes the old one's place.
/// </summary>
internal sealed class RecordCompaction<TBook, TKey, TRecord>(
    ILogDisk disk, string path, RecordFormat<TKey, TRecord> format, OpenRecords<TBook, TKey, TRecord> records, DiskHealth health)
    where TBook : class, IRecordBook<TBook, TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly Dictionary<TKey, int> _lengths = [];

    /// <param name="pause">Keeps the writer from starting a group until the lease is disposed of.</param>
    /// <param name="prune">Leaves out what has had its time.</param>
    /// <param name="cancellationToken">Heeded until the writer waits.</param>
    /// <exception cref="IOException">The disk failed; the old log is still in force, unless the library is read-only now.</exception>
    public async Task RunAsync(
        Func<CancellationToken, Task<IDisposable>> pause, Func<TBook, TBook> prune, CancellationToken cancellationToken)
    {
        using var fresh = new FreshLog(disk, path, format.Kind);
        var first = prune(records.Book);
        WriteAll(fresh, first, cancellationToken);
        using (await pause(cancellationToken))
        {
            if (health.IsReadOnly)
            {
                throw new IOException(health.Reason);
            }

            var last = prune(records.Book);
            WriteChanges(fresh, first, last);
            Publish(fresh, last);
        }
    }

    private void WriteAll(FreshLog fresh, TBook book, CancellationToken cancellationToken)
    {
        foreach (var record in book.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WritePut(fresh, record);
        }
    }

    private void WriteChanges(FreshLog fresh, TBook first, TBook last)
    {
        foreach (var record in last.All.Where(record => !ReferenceEquals(first.Find(format.KeyOf(record)), record)))
        {
            WritePut(fresh, record);
        }

        foreach (var key in first.All.Select(format.KeyOf).Where(key => last.Find(key) is null))
        {
            _body.ResetWrittenCount();
            RecordFormat<TKey, TRecord>.WriteRemove(_body, key);
            fresh.Add(_body.WrittenSpan);
            _lengths.Remove(key);
        }
    }

    private void WritePut(FreshLog fresh, TRecord record)
    {
        _body.ResetWrittenCount();
        format.WritePut(_body, record);
        _lengths[format.KeyOf(record)] = fresh.Add(_body.WrittenSpan).Length;
    }

    private void Publish(FreshLog fresh, TBook book)
    {
        var file = fresh.Publish();
        records.MoveTo(file, new LogEnd(fresh.Length, fresh.NextSequence), book, _lengths);
        try
        {
            disk.FlushFolderOf(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Which of the two logs a power cut would leave is unknown now, and a write would go to the new one alone.
            health.TurnReadOnly(format.Kind.Title, exception);
            throw;
        }
    }
}
