using Microsoft.Extensions.Logging;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Json.Log;

/// <summary>Opens a log, or creates it.</summary>
internal sealed class LogOpener(ILogDisk disk, TimeProvider time, ILogger logger)
{
    /// <summary>Hands out every line that is acknowledged, and cuts off a group that a power cut tore.</summary>
    /// <returns>The file, now the caller's, and where it goes on.</returns>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public (ILogFile File, LogEnd End) Open(string path, LogKind kind, LogReplay.Visitor visit)
    {
        FreshLog.DeleteLeftover(disk, path);
        if (!disk.Exists(path))
        {
            Create(path, kind);
        }

        var file = disk.Open(path);
        try
        {
            var end = new LogReplay(file, path, kind).Run(visit);
            new LogHealer(disk, time, logger).Cut(file, path, end.Length);
            return (file, end);
        }
        catch (Exception exception) when (exception is LibraryException or IOException)
        {
            file.Dispose();
            throw;
        }
    }

    private void Create(string path, LogKind kind)
    {
        using var fresh = new FreshLog(disk, path, kind);
        fresh.Publish().Dispose();
        disk.FlushFolderOf(path);
    }
}
