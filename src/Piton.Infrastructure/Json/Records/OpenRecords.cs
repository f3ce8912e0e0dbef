using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Records;

/// <summary>
/// What is acknowledged: a log up to its end, and the records of it. Many threads read the book at once; only the writer changes it, and
/// only to what is on disk already.
/// </summary>
/// <param name="file">The log, this one's own from here on.</param>
/// <param name="end">Where it goes on.</param>
/// <param name="book">Its records.</param>
/// <param name="lengths">How long the line of each is, in bytes.</param>
internal sealed class OpenRecords<TBook, TKey, TRecord>(ILogFile file, LogEnd end, TBook book, Dictionary<TKey, int> lengths) : IDisposable
    where TBook : class
    where TKey : struct
{
    private TBook _book = book;
    private Dictionary<TKey, int> _lengths = lengths;
    private long _liveBytes = lengths.Values.Sum(length => (long)length);

    public TBook Book => Volatile.Read(ref _book);

    /// <summary>The log itself, for the writer.</summary>
    public ILogFile File { get; private set; } = file;

    /// <summary>Where the log goes on.</summary>
    public LogEnd End { get; private set; } = end;

    /// <summary>How many bytes of the log nobody needs any more.</summary>
    public long DeadBytes => End.Length - _liveBytes;

    /// <summary>Makes seen what has come to the log and is on disk.</summary>
    /// <param name="newBook">What it made of the records.</param>
    /// <param name="newEnd">Where the log goes on behind it.</param>
    /// <param name="lines">The key of each line of it, and how long the line of that record is now; 0 where it is removed.</param>
    public void Publish(TBook newBook, LogEnd newEnd, IEnumerable<(TKey Key, int Length)> lines)
    {
        foreach (var (key, length) in lines)
        {
            _liveBytes += length - _lengths.GetValueOrDefault(key);
            _lengths[key] = length;
            if (length == 0)
            {
                _lengths.Remove(key);
            }
        }

        End = newEnd;
        Volatile.Write(ref _book, newBook);
    }

    /// <summary>Goes over to a new log that says the same. Called while the writer waits.</summary>
    public void MoveTo(ILogFile newFile, LogEnd newEnd, TBook newBook, Dictionary<TKey, int> newLengths)
    {
        File.Dispose();
        File = newFile;
        End = newEnd;
        _lengths = newLengths;
        _liveBytes = newLengths.Values.Sum(length => (long)length);
        Volatile.Write(ref _book, newBook);
    }

    public void Dispose() => File.Dispose();
}
