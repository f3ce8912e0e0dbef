using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json.Log;

/// <summary>A folder on a real disk. The logs are their owner's alone: whoever sends the pictures need not know whose they are.</summary>
internal sealed class LogDisk : ILogDisk
{
    public bool Exists(string path) => File.Exists(path);

    public ILogFile Open(string path) => new LogFile(Posix.OpenOrCreatePrivate(path), path);

    public void Delete(string path) => File.Delete(path);

    public void Replace(string source, string destination) => File.Move(source, destination, overwrite: true);

    public void FlushFolderOf(string path) => Posix.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
