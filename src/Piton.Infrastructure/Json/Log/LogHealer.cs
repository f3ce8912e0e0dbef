using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Piton.Infrastructure.Json.Log;

/// <summary>Cuts a torn group off a log and keeps it in a file beside it.</summary>
internal sealed partial class LogHealer(ILogDisk disk, TimeProvider time, ILogger logger)
{
    /// <param name="file">The log.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="length">What it is cut to.</param>
    public void Cut(ILogFile file, string path, long length)
    {
        var torn = file.Length - length;
        if (torn == 0)
        {
            return;
        }

        var aside = NewPath(path);
        Keep(file, length, torn, aside);
        disk.FlushFolderOf(path);
        file.Truncate(length);
        file.Flush();
        LogCut(logger, path, torn, aside);
    }

    private string NewPath(string path)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{path}.cut-{stamp}";
        for (var number = 2; disk.Exists(aside); number++)
        {
            aside = $"{path}.cut-{stamp}-{number}";
        }

        return aside;
    }

    private void Keep(ILogFile file, long from, long count, string aside)
    {
        using var copy = disk.Open(aside);
        var bytes = new byte[count];
        copy.Write(bytes.AsSpan(0, file.Read(bytes, from)), 0);
        copy.Flush();
    }

    [LoggerMessage(LogLevel.Warning, "{Path} ended in {Bytes} bytes that were never completed, as after a power cut or a crash. "
        + "No acknowledged change is among them. They were cut off and kept in {Aside}.")]
    private static partial void LogCut(ILogger logger, string path, long bytes, string aside);
}
