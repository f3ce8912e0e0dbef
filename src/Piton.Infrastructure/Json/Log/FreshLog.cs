using System.Buffers;

namespace Piton.Infrastructure.Json.Log;

/// <summary>A whole log written beside the one it replaces. Until <see cref="Publish"/>, nobody sees it; disposing of it before deletes it.</summary>
internal sealed class FreshLog : IDisposable
{
    private const int FlushAbove = 1 << 20;

    private readonly ILogDisk disk;
    private readonly string path;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly ILogFile file;
    private long written;
    private bool published;

    /// <param name="disk">Where it is written.</param>
    /// <param name="path">What it will be called.</param>
    /// <param name="kind">What it holds.</param>
    public FreshLog(ILogDisk disk, string path, LogKind kind)
    {
        this.disk = disk;
        this.path = path;
        DeleteLeftover(disk, path);
        file = disk.Open(TemporaryPath(path));
        buffer.Write(LogHeader.Create(kind.Name));
    }

    /// <summary>In bytes.</summary>
    public long Length => written + buffer.WrittenCount;

    /// <summary>The number of the next line.</summary>
    public long NextSequence { get; private set; } = 1;

    /// <summary>Deletes what a crash left of a log that was never published.</summary>
    public static void DeleteLeftover(ILogDisk disk, string path) => disk.Delete(TemporaryPath(path));

    /// <summary>Adds a line, which is a group of its own: damage at the end then costs no other line.</summary>
    public LogPlace Add(ReadOnlySpan<byte> body)
    {
        var offset = Length;
        var length = LogLine.Write(buffer.GetSpan(body.Length + LogLine.Overhead), NextSequence++, body, endsGroup: true);
        buffer.Advance(length);
        if (buffer.WrittenCount >= FlushAbove)
            WriteBuffer();
        return new LogPlace(offset, length - 1);
    }

    /// <summary>Puts the log on disk and in the place of the one before. Its new name is on disk once the folder is flushed.</summary>
    /// <returns>The file, now the caller's.</returns>
    public ILogFile Publish()
    {
        WriteBuffer();
        file.Flush();
        disk.Replace(TemporaryPath(path), path);
        published = true;
        return file;
    }

    public void Dispose()
    {
        if (published)
            return;
        file.Dispose();
        DeleteLeftover(disk, path);
    }

    private static string TemporaryPath(string path) => path + ".new";

    private void WriteBuffer()
    {
        file.Write(buffer.WrittenSpan, written);
        written += buffer.WrittenCount;
        buffer.ResetWrittenCount();
    }
}
