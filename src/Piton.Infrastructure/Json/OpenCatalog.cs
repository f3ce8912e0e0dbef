using System.Buffers;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// What is acknowledged: the log up to its end, and the index of it. Many threads read at once; only the writer changes it, and only what
/// is on disk already.
/// </summary>
internal sealed class OpenCatalog(string path, ILogFile file, LogEnd end, CatalogIndex index) : IDisposable
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly RecentImages _recent = new();
    private SharedLogFile _log = new(file);

    /// <summary>The log itself, for the writer.</summary>
    public ILogFile File => _log.File;

    /// <summary>Where the log goes on.</summary>
    public LogEnd End { get; private set; } = end;

    public int Count => Read(state => state.Count);

    /// <summary>How many bytes of the log nobody needs any more.</summary>
    public long DeadBytes => Read(state => End.Length - state.LiveBytes);

    public Image? Get(ImageId id)
    {
        using var held = Hold(state => state.Find(id), out var place);
        return place is { } found ? ReadImage(held.File, found) : null;
    }

    public bool Contains(ImageId id) => Read(state => state.Find(id) is not null);

    /// <summary>The images of that owner made from that source and not in the trash.</summary>
    public List<Image> FindTwins(AccountId? owner, ContentHash source)
    {
        using var held = Hold(state => state.FindSource(owner, source), out var places);
        return [.. places.Select(place => ReadImage(held.File, place)).Where(image => image.Source.Hash == source)];
    }

    /// <summary>The image with that old name and not in the trash; null where there is none.</summary>
    public Image? FindByOldName(string oldName)
    {
        using var held = Hold(state => state.FindOldName(oldName), out var places);
        return places.Select(place => ReadImage(held.File, place)).FirstOrDefault(image => image.OldNames.Contains(oldName));
    }

    /// <summary>The log as it is on disk now, to be read for as long as it is held; compaction does not take it away.</summary>
    /// <param name="length">How far it goes.</param>
    public SharedLogFile HoldLog(out long length) => Hold(_ => End.Length, out length);

    public CatalogPage Page(CatalogQuery query, CancellationToken cancellationToken)
    {
        using var held = Hold(state => state.Page(query), out var page);
        var images = new List<Image>(page.Places.Count);
        foreach (var place in page.Places)
        {
            cancellationToken.ThrowIfCancellationRequested();
            images.Add(ReadImage(held.File, place));
        }

        return new CatalogPage(images, page.HasMore ? CatalogCursor.Behind(images[^1], query.Sort) : null, page.Total);
    }

    public List<(DateOnly Month, long Count)> Months(CatalogScope scope, string? namePart) => Read(state => state.Months(scope, namePart));

    public ImageUsage Usage(AccountId owner) => Read(state => state.Usage(owner));

    public ImageTotals Totals() => Read(state => state.Totals());

    public List<DayCount> Days(DateOnly first, DateOnly last) => Read(state => state.Days(first, last));

    /// <summary>Makes seen what has come to the log and is on disk.</summary>
    public void Publish(IReadOnlyList<CatalogEntry> entries, LogEnd newEnd) => Write(state =>
    {
        foreach (var entry in entries)
        {
            entry.ApplyTo(state);
        }

        End = newEnd;
    });

    public long[] LiveOffsets() => Read(state => state.LiveOffsets());

    /// <summary>Goes over to a new log that says the same. The old one is closed once nobody reads it.</summary>
    public void MoveTo(ILogFile newFile, LogEnd newEnd, Func<long, LogPlace> newPlaceOf) => Write(state =>
    {
        state.MoveAll(newPlaceOf);
        _log.Dispose();
        _log = new SharedLogFile(newFile);
        End = newEnd;
    });

    public void Dispose()
    {
        _log.Dispose();
        _gate.Dispose();
    }

    private T Read<T>(Func<CatalogIndex, T> read)
    {
        _gate.EnterReadLock();
        try
        {
            return read(index);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private SharedLogFile Hold<T>(Func<CatalogIndex, T> read, out T found)
    {
        _gate.EnterReadLock();
        try
        {
            found = read(index);
            return _log.Hold();
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private void Write(Action<CatalogIndex> change)
    {
        _gate.EnterWriteLock();
        try
        {
            change(index);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private Image ReadImage(ILogFile source, LogPlace place)
    {
        if (_recent.Find(source, place.Offset) is { } recent)
        {
            return recent;
        }

        var image = ParseImage(source, place);
        _recent.Keep(source, place.Offset, image);
        return image;
    }

    private Image ParseImage(ILogFile source, LogPlace place)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(place.Length);
        try
        {
            var content = buffer.AsSpan(0, place.Length);
            var flaw = "it ends early";
            if (source.Read(content, place.Offset) == place.Length && LogLine.TryRead(content, out var line, out flaw))
            {
                return CatalogLine.ReadImage(line.Body) ?? throw new InvalidDataException($"{path} has no image at byte {place.Offset}.");
            }

            throw new InvalidDataException($"{path} is damaged at byte {place.Offset}: {flaw}. {CatalogLine.Kind.Advice}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
