using System.Buffers;

namespace Piton.Infrastructure.Json.Log;

/// <summary>A whole log written beside the one it replaces. Until <see cref="Publish"/>, nobody sees it; disposing of it before deletes it.</summary>
internal sealed class FreshLog : IDisposable
{
    private const int FlushAbove = 1 << 20;

    private readonly ILogDisk _disk;
    private readonly string _path;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly ILogFile _file;
    private long _written;
    private bool _published;

    /// <param name="disk">Where it is written.</param>
    /// <param name="path">What it will be called.</param>
    /// <param name="kind">What it holds.</param>
    public FreshLog(ILogDisk disk, string path, LogKind kind)
    {
        _disk = disk;
        _path = path;
        DeleteLeftover(disk, path);
        _file = disk.Open(TemporaryPath(path));
        _buffer.Write(LogHeader.Create(kind.Name));
    }

    /// <summary>In bytes.</summary>
    public long Length => _written + _buffer.WrittenCount;

    /// <summary>The number of the next line.</summary>
    public long NextSequence { get; private set; } = 1;

    /// <summary>Deletes what a crash left of a log that was never published.</summary>
    public static void DeleteLeftover(ILogDisk disk, string path) => disk.Delete(TemporaryPath(path));

    /// <summary>Adds a line, which is a group of its own: damage at the end then costs no other line.</summary>
    public LogPlace Add(ReadOnlySpan<byte> body)
    {
        var offset = Length;
        var length = LogLine.Write(_buffer.GetSpan(body.Length + LogLine.Overhead), NextSequence++, body, endsGroup: true);
        _buffer.Advance(length);
        if (_buffer.WrittenCount >= FlushAbove)
        {
            WriteBuffer();
        }

        return new LogPlace(offset, length - 1);
    }

    /// <summary>Puts the log on disk and in the place of the one before. Its new name is on disk once the folder is flushed.</summary>
    /// <returns>The file, now the caller's.</returns>
    public ILogFile Publish()
    {
        WriteBuffer();
        _file.Flush();
        _disk.Replace(TemporaryPath(_path), _path);
        _published = true;
        return _file;
    }

    public void Dispose()
    {
        if (_published)
        {
            return;
        }

        _file.Dispose();
        DeleteLeftover(_disk, _path);
    }

    private static string TemporaryPath(string path) => path + ".new";

    private void WriteBuffer()
    {
        _file.Write(_buffer.WrittenSpan, _written);
        _written += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
