namespace Piton.Infrastructure.Json.Records;

/// <summary>
/// The records of a log as they are at one moment, found by all that they are asked for by. Never changed, so that many threads read one
/// without a lock: a change makes a new one, which shares what is the same.
/// </summary>
internal interface IRecordBook<TSelf, TKey, TRecord>
{
    /// <summary>Every record, in no order that means anything.</summary>
    IEnumerable<TRecord> All { get; }

    TRecord? Find(TKey key);

    /// <summary>With a record more, or in the place of the one with its key.</summary>
    TSelf Put(TRecord record);

    /// <summary>Without the record with that key, which is there.</summary>
    TSelf Remove(TKey key);
}
