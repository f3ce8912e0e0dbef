using Microsoft.Extensions.Logging;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>Opens the catalogue's log and builds the index of it.</summary>
internal sealed class CatalogOpener(ILogDisk disk, TimeProvider time, ILogger logger)
{
    /// <returns>The catalogue, and the images that lines of it say were removed.</returns>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public (OpenCatalog Catalog, IReadOnlySet<ImageId> Removed) Open(string path)
    {
        var rows = new IndexRows();
        var removed = new HashSet<ImageId>();
        var (file, end) = new LogOpener(disk, time, logger).Open(
            path, CatalogLine.Kind, (line, place) => Apply(rows, removed, line, place));
        return (new OpenCatalog(path, file, end, new CatalogIndex(rows)), removed);
    }

    private static void Apply(IndexRows rows, HashSet<ImageId> removed, LogLine line, LogPlace place)
    {
        if (CatalogLine.ReadFields(line.Body) is { } fields)
        {
            rows.Put(fields, place);
            removed.Remove(fields.Id);
        }
        else if (CatalogLine.ReadRemoved(line.Body) is var id && rows.TryFind(id, out var slot))
        {
            rows.Remove(slot);
            removed.Add(id);
        }
        else
        {
            throw new FormatException("It removes an image that is not there.");
        }
    }
}
