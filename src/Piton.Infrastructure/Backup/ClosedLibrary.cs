using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>A library that nobody has open, since its disk takes no writes. Whoever makes this has its lock.</summary>
internal sealed class ClosedLibrary(DataDirectory library) : ILibrarySource
{
    /// <exception cref="Domain.Library.LibraryException">A log is damaged.</exception>
    public Task<IReadOnlyList<LogSnapshot>> TakeLogsAsync(CancellationToken cancellationToken)
    {
        LogKind[] kinds = [CatalogLine.Kind, new AccountFormat().Kind, AuditLine.Kind];
        return Task.FromResult(LogSnapshot.TakeAll(LogSnapshots.Names.Zip(kinds)
            .Select(log => (Path: $"{library.Root}/{log.First}", Kind: log.Second))
            .Where(log => log.Kind == CatalogLine.Kind || File.Exists(log.Path))
            .Select(log => (log.Path, EndOf(log.Path, log.Kind)))));
    }

    public bool Contains(ImageId id) => true;

    private static LogEnd EndOf(string path, LogKind kind)
    {
        using var file = new LogFile(File.OpenHandle(path), path);
        return new LogReplay(file, path, kind).Run((_, _) => { });
    }
}
