using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>A disk in memory that tells what was flushed from what was merely written, and fails when told to.</summary>
internal sealed class MemoryDisk : ILogDisk
{
    private readonly Dictionary<string, MemoryFile> names = [];
    private Dictionary<string, MemoryFile> flushedNames = [];

    /// <summary>Called before every operation with its name; what it throws is the disk's failure.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public IReadOnlyCollection<string> Paths => names.Keys;

    public byte[] this[string path]
    {
        get => names[path].Content;
        set => names[path] = new MemoryFile(this) { Content = value, Flushed = value };
    }

    /// <summary>What a power cut leaves: of names and bytes those that were flushed, or by luck all.</summary>
    public MemoryDisk AfterPowerCut(bool keepUnflushedNames, bool keepUnflushedBytes)
    {
        var disk = new MemoryDisk();
        foreach (var (path, file) in keepUnflushedNames ? names : flushedNames)
            disk[path] = keepUnflushedBytes ? file.Content : file.Flushed;
        disk.flushedNames = new(disk.names);
        return disk;
    }

    public bool Exists(string path) => names.ContainsKey(path);

    public ILogFile Open(string path)
    {
        Before("open");
        if (!names.TryGetValue(path, out var file))
            names[path] = file = new MemoryFile(this);
        return file;
    }

    public void Delete(string path)
    {
        Before("delete");
        names.Remove(path);
    }

    public void Replace(string source, string destination)
    {
        Before("replace");
        names.Remove(source, out var file);
        names[destination] = file!;
    }

    public void FlushFolderOf(string path)
    {
        Before("flush folder");
        flushedNames = new(names);
    }
}
