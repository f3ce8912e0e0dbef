using Microsoft.Win32.SafeHandles;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json.Log;

/// <summary>
/// A log as it was at one moment, all groups in it complete: what comes to the file later lies behind its end, and a compaction puts another
/// file in the place of this one, which stays open.
/// </summary>
internal sealed class LogSnapshot : IDisposable
{
    private readonly SafeFileHandle _file;

    /// <param name="path">Of the log, which is paused.</param>
    /// <param name="end">Where it goes on.</param>
    public LogSnapshot(string path, LogEnd end)
    {
        _file = Posix.OpenRead(path) ?? throw new FileNotFoundException("The log is gone.", path);
        Name = Path.GetFileName(path);
        End = end;
    }

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    public LogEnd End { get; }

    /// <summary>Reads as much as there is, up to <see cref="End"/>.</summary>
    public int Read(Span<byte> destination, long offset) =>
        RandomAccess.Read(_file, destination[..(int)Math.Min(destination.Length, End.Length - offset)], offset);

    public void Dispose() => _file.Dispose();
}
