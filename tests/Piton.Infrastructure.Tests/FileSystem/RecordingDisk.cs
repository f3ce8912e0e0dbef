using Microsoft.Win32.SafeHandles;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>A disk that tells what was flushed, in order, and fails when told to.</summary>
internal sealed class RecordingDisk : IStoreDisk
{
    /// <summary>Each flush: <c>file</c> or <c>folder</c> and the path.</summary>
    public List<string> Flushes { get; } = [];

    /// <summary>Called before each flush with what goes into <see cref="Flushes"/>; what it throws is the disk's failure.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Has a flush fail, and all that come behind it.</summary>
    /// <param name="number">Which of them, from 0.</param>
    /// <param name="failure">How.</param>
    /// <param name="within">Counts those alone of which the path holds this.</param>
    /// <param name="once">Whether those behind it succeed.</param>
    public void FailAtFlush(int number, Func<Exception> failure, string within = "", bool once = false)
    {
        var flushes = -1;
        Before = path =>
        {
            var flush = path.Contains(within, StringComparison.Ordinal) ? Interlocked.Increment(ref flushes) : -1;
            if (flush == number || (flush > number && !once))
            {
                throw failure();
            }
        };
    }

    public void FlushFile(SafeFileHandle file, string path) => Record($"file {path}");

    public void FlushFolder(string path) => Record($"folder {path}");

    private void Record(string flush)
    {
        lock (Flushes)
        {
            Flushes.Add(flush);
        }

        Before(flush);
    }
}
