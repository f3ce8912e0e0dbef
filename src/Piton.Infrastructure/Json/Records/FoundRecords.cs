using System.Text.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>What the lines of a log of records come to, in their order.</summary>
internal sealed class FoundRecords<TKey, TRecord>(RecordFormat<TKey, TRecord> format)
    where TKey : struct
    where TRecord : class
{
    private readonly Dictionary<TKey, (TRecord Record, int Length)> _found = [];

    public IEnumerable<TRecord> All => _found.Values.Select(it => it.Record);

    /// <summary>How long the line of a record is, in bytes.</summary>
    public int LengthOf(TKey key) => _found[key].Length;

    /// <exception cref="JsonException">The line is malformed.</exception>
    /// <exception cref="FormatException">The line is malformed, or removes what is not there.</exception>
    public void Apply(LogLine line, LogPlace place)
    {
        var (key, record) = format.Read(line.Body);
        if (record is not null)
        {
            _found[key] = (record, place.Length);
        }
        else if (!_found.Remove(key))
        {
            throw new FormatException("It removes what is not there.");
        }
    }
}
