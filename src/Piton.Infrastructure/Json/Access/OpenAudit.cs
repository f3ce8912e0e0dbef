using System.Buffers;
using System.Text.Json;
using Piton.Domain.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json.Access;

/// <summary>
/// What is acknowledged: the log up to its end, and where its lines are. Many threads read it at once; only the writer changes it, and only
/// to what is on disk already.
/// </summary>
internal sealed class OpenAudit(string path, ILogFile file, LogEnd end, List<long> offsets) : IDisposable
{
    // A few hundred lines: a page that is not filtered takes one read, and a search holds no more than this.
    private const int BlockLength = 1 << 16;

    private AuditPlaces _places = new([.. offsets], offsets.Count, end.Length);

    public ILogFile File => file;

    /// <summary>Where the log goes on.</summary>
    public LogEnd End { get; private set; } = end;

    /// <summary>Where all lines are.</summary>
    public AuditPlaces Places => Volatile.Read(ref _places);

    /// <summary>Makes seen what has come to the log and is on disk.</summary>
    public void Publish(IReadOnlyCollection<long> newOffsets, LogEnd newEnd)
    {
        End = newEnd;
        Volatile.Write(ref _places, _places.Add(newOffsets, newEnd.Length));
    }

    /// <summary>The first of the lines before <paramref name="last"/> that are read at once with it, itself not counted.</summary>
    public static int BlockBefore(AuditPlaces places, int last)
    {
        var first = last - 1;
        while (first > 0 && places.OffsetOf(last) - places.OffsetOf(first - 1) <= BlockLength)
        {
            first--;
        }

        return first;
    }

    /// <summary>The line behind those that are read at once with <paramref name="first"/>.</summary>
    public static int BlockBehind(AuditPlaces places, int first)
    {
        var last = first + 1;
        while (last < places.Count && places.OffsetOf(last + 1) - places.OffsetOf(first) <= BlockLength)
        {
            last++;
        }

        return last;
    }

    /// <summary>Those of some lines that are meant.</summary>
    /// <param name="places">Where all lines are.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="last">The one behind the last.</param>
    /// <param name="search">Which are meant.</param>
    /// <exception cref="InvalidDataException">One is damaged.</exception>
    public List<AuditEntry> Read(AuditPlaces places, int first, int last, AuditSearch search)
    {
        var start = places.OffsetOf(first);
        var length = (int)(places.OffsetOf(last) - start);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var bytes = buffer.AsSpan(0, length);
            bytes[file.Read(bytes, start)..].Clear();
            var entries = new List<AuditEntry>();
            for (var line = first; line < last; line++)
            {
                var from = (int)(places.OffsetOf(line) - start);
                var to = (int)(places.OffsetOf(line + 1) - start) - 1;
                if (Parse(bytes[from..to], line, search) is { } entry)
                {
                    entries.Add(entry);
                }
            }

            return entries;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => file.Dispose();

    private AuditEntry? Parse(ReadOnlySpan<byte> content, int number, AuditSearch search)
    {
        if (!LogLine.TryRead(content, out var line, out var flaw))
        {
            throw Damage(number, flaw);
        }

        try
        {
            return search.Read(line);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Damage(number, $"it is malformed ({exception.Message.TrimEnd('.')})");
        }
    }

    // The header is line 1.
    private InvalidDataException Damage(int number, string flaw) =>
        new($"{path} is damaged at line {number + 2}: {flaw}. {AuditLine.Kind.Advice}");
}
