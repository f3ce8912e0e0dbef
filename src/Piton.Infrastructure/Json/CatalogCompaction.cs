using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// Writes the log anew without the lines that nobody needs. Most of it is copied while the writer goes on; the writer waits only while
/// what it wrote meanwhile is copied, and while the new log takes the old one's place.
/// </summary>
internal sealed class CatalogCompaction(
    ILogDisk disk, string path, OpenCatalog catalog, LogWriter<GroupDraft, CatalogChange> writer, DiskHealth health)
{
    private readonly List<long> _oldOffsets = [];
    private readonly List<LogPlace> _newPlaces = [];

    /// <exception cref="IOException">The disk failed; the old log is still in force, unless the library is read-only now.</exception>
    /// <exception cref="InvalidDataException">The log is damaged, and still in force.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var fresh = new FreshLog(disk, path, CatalogLine.Kind);
        var file = catalog.File;
        long copied;
        long[] live;
        using (await writer.PauseAsync(cancellationToken))
        {
            copied = catalog.End.Length;
            live = catalog.LiveOffsets();
        }

        CopyLive(file, copied, live, fresh, cancellationToken);
        using (await writer.PauseAsync(cancellationToken))
        {
            if (health.IsReadOnly)
            {
                throw new IOException(health.Reason);
            }

            CopyRest(file, copied, fresh);
            Publish(fresh);
        }
    }

    private void CopyLive(ILogFile file, long end, long[] live, FreshLog fresh, CancellationToken cancellationToken)
    {
        var scanner = new LogScanner(file, LogHeader.Create(CatalogLine.Kind.Name).Length, end);
        var next = 0;
        while (next < live.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CopyLine(scanner, fresh, offset => offset == live[next]))
            {
                next++;
            }
        }
    }

    private void CopyRest(ILogFile file, long start, FreshLog fresh)
    {
        var scanner = new LogScanner(file, start, catalog.End.Length);
        while (scanner.Position < catalog.End.Length)
        {
            CopyLine(scanner, fresh, _ => true);
        }
    }

    private bool CopyLine(LogScanner scanner, FreshLog fresh, Func<long, bool> wanted)
    {
        var offset = scanner.Position;
        scanner.LetGo(offset);
        if (!scanner.TryReadLine(out var content, out _))
        {
            throw new InvalidDataException($"{path} ends early.");
        }

        if (!wanted(offset))
        {
            return false;
        }

        if (!LogLine.TryRead(content, out var line, out var flaw))
        {
            throw new InvalidDataException($"{path} is damaged at byte {offset}: {flaw}. {CatalogLine.Kind.Advice}");
        }

        _oldOffsets.Add(offset);
        _newPlaces.Add(fresh.Add(line.Body));
        return true;
    }

    private void Publish(FreshLog fresh)
    {
        var file = fresh.Publish();
        catalog.MoveTo(file, new LogEnd(fresh.Length, fresh.NextSequence), offset => _newPlaces[_oldOffsets.BinarySearch(offset)]);
        try
        {
            disk.FlushFolderOf(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Which of the two logs a power cut would leave is unknown now, and a write would go to the new one alone.
            health.TurnReadOnly(CatalogLine.Kind.Title, exception);
            throw;
        }
    }
}
