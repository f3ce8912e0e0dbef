using Microsoft.Win32.SafeHandles;
using Piton.Domain.Library;
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

    /// <summary>The log up to <see cref="End"/>, as long as this is not disposed of.</summary>
    public ILogFile File => new LogFileUpTo(new LogFile(_file, Name), End.Length);

    /// <summary>Takes several logs; where one cannot be opened, lets go of those before it.</summary>
    /// <param name="logs">Where each is and goes on; all of them are paused.</param>
    /// <returns>In their order.</returns>
    /// <exception cref="LibraryException">The end of one cannot be told, since it is damaged.</exception>
    public static IReadOnlyList<LogSnapshot> TakeAll(IEnumerable<(string Path, LogEnd End)> logs)
    {
        var taken = new List<LogSnapshot>();
        try
        {
            foreach (var (path, end) in logs)
            {
                taken.Add(new LogSnapshot(path, end));
            }

            return taken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or LibraryException)
        {
            taken.ForEach(log => log.Dispose());
            throw;
        }
    }

    /// <summary>Reads as much as there is, up to <see cref="End"/>.</summary>
    public int Read(Span<byte> destination, long offset) =>
        RandomAccess.Read(_file, destination[..(int)Math.Min(destination.Length, End.Length - offset)], offset);

    public void Dispose() => _file.Dispose();
}
