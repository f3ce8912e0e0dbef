using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>A real disk for logs, which fails when told to.</summary>
internal sealed class FailingLogDisk : ILogDisk
{
    private readonly LogDisk _disk = new();

    /// <summary>Called before every operation with its name; what it throws is the disk's failure.</summary>
    public Action<string> Before { get; set; } = _ => { };

    public bool Exists(string path) => _disk.Exists(path);

    public ILogFile Open(string path)
    {
        Before("open");
        return _disk.Open(path);
    }

    public void Delete(string path)
    {
        Before("delete");
        _disk.Delete(path);
    }

    public void Replace(string source, string destination)
    {
        Before("replace");
        _disk.Replace(source, destination);
    }

    public void FlushFolderOf(string path)
    {
        Before("flush folder");
        _disk.FlushFolderOf(path);
    }
}
