using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>A disk in memory that tells what was flushed from what was merely written, and fails when told to.</summary>
internal sealed class MemoryDisk : ILogDisk
{
    private readonly Dictionary<string, MemoryFile> _names = [];
    private Dictionary<string, MemoryFile> _flushedNames = [];

    /// <summary>Called before every operation with its name; what it throws is the disk's failure.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public IReadOnlyCollection<string> Paths => _names.Keys;

    public byte[] this[string path]
    {
        get => _names[path].Content;
        set => _names[path] = new MemoryFile(this) { Content = value, Flushed = value };
    }

    /// <summary>What a power cut leaves: of names and bytes those that were flushed, or by luck all.</summary>
    public MemoryDisk AfterPowerCut(bool keepUnflushedNames, bool keepUnflushedBytes)
    {
        var disk = new MemoryDisk();
        foreach (var (path, file) in keepUnflushedNames ? _names : _flushedNames)
        {
            disk[path] = keepUnflushedBytes ? file.Content : file.Flushed;
        }

        disk._flushedNames = new(disk._names);
        return disk;
    }

    public bool Exists(string path) => _names.ContainsKey(path);

    public ILogFile Open(string path)
    {
        Before("open");
        if (!_names.TryGetValue(path, out var file))
        {
            _names[path] = file = new MemoryFile(this);
        }

        return file;
    }

    public void Delete(string path)
    {
        Before("delete");
        _names.Remove(path);
    }

    public void Replace(string source, string destination)
    {
        Before("replace");
        _names.Remove(source, out var file);
        _names[destination] = file!;
    }

    public void FlushFolderOf(string path)
    {
        Before("flush folder");
        _flushedNames = new(_names);
    }
}
