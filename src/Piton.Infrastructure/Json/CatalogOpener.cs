using Microsoft.Extensions.Logging;
using Piton.Domain.Library;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Opens the catalogue's log, or creates it, and builds the index of it.</summary>
internal sealed class CatalogOpener(ILogDisk disk, TimeProvider time, ILogger logger)
{
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public OpenCatalog Open(string path)
    {
        FreshLog.DeleteLeftover(disk, path);
        if (!disk.Exists(path))
        {
            CatalogLogWriter.Write(disk, path, []);
        }

        var file = disk.Open(path);
        try
        {
            var rows = new IndexRows();
            var end = new LogReplay(file, path, CatalogLine.Kind).Run((line, place) => Apply(rows, line, place));
            new LogHealer(disk, time, logger).Cut(file, path, end.Length);
            return new OpenCatalog(path, file, end, new CatalogIndex(rows));
        }
        catch (Exception exception) when (exception is LibraryException or IOException)
        {
            file.Dispose();
            throw;
        }
    }

    private static void Apply(IndexRows rows, LogLine line, LogPlace place)
    {
        if (CatalogLine.ReadFields(line.Body) is { } fields)
        {
            rows.Put(fields, place);
        }
        else if (rows.TryFind(CatalogLine.ReadRemoved(line.Body), out var slot))
        {
            rows.Remove(slot);
        }
        else
        {
            throw new FormatException("It removes an image that is not there.");
        }
    }
}
