using System.Buffers;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>The changes of one group commit of a log of records in the making.</summary>
internal sealed class RecordDraft<TBook, TKey, TRecord>(OpenRecords<TBook, TKey, TRecord> records, RecordFormat<TKey, TRecord> format)
    : ILogDraft
    where TBook : class, IRecordBook<TBook, TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly LogGroup _group = new();
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly List<(TKey Key, bool IsRemoved)> _lines = [];

    /// <summary>The records as they are once the group is on disk.</summary>
    public TBook Book { get; private set; } = records.Book;

    public bool IsEmpty => _lines.Count == 0;

    public bool HasRoom => _group.HasRoom;

    public bool MayUseReserve { get; private set; }

    public ReadOnlySpan<byte> Bytes => _group.Bytes;

    public ILogFile File => records.File;

    public long Offset => records.End.Length;

    public void Start()
    {
        _group.Start(records.End.NextSequence);
        _lines.Clear();
        Book = records.Book;
        MayUseReserve = true;
    }

    /// <summary>Adds a record, or puts it in the place of the one with its key.</summary>
    /// <param name="record">As it is from here on.</param>
    /// <param name="mayUseReserve">Whether a full disk should not keep it from being written.</param>
    /// <exception cref="ArgumentException">It is too long for a line.</exception>
    public void Put(TRecord record, bool mayUseReserve)
    {
        _body.ResetWrittenCount();
        format.WritePut(_body, record);
        _group.Add(_body.WrittenSpan);
        _lines.Add((format.KeyOf(record), IsRemoved: false));
        Book = Book.Put(record);
        MayUseReserve &= mayUseReserve;
    }

    /// <summary>Removes a record that is there.</summary>
    public void Remove(TKey key)
    {
        _body.ResetWrittenCount();
        RecordFormat<TKey, TRecord>.WriteRemove(_body, key);
        _group.Add(_body.WrittenSpan);
        _lines.Add((key, IsRemoved: true));
        Book = Book.Remove(key);
    }

    public void Seal() => _group.Seal();

    public void Publish() => records.Publish(
        Book,
        new LogEnd(Offset + Bytes.Length, records.End.NextSequence + _lines.Count),
        _lines.Select((line, i) => (line.Key, line.IsRemoved ? 0 : _group.PlaceOf(i, Offset).Length)));
}
