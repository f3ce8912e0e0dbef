using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Json.Log;

/// <summary>A folder on a real disk.</summary>
/// <param name="isPrivate">Whether the files are for their owner alone, and not for the group.</param>
internal sealed class LogDisk(bool isPrivate = false) : ILogDisk
{
    public bool Exists(string path) => File.Exists(path);

    public ILogFile Open(string path) => new LogFile(isPrivate ? Posix.OpenOrCreatePrivate(path) : Posix.OpenOrCreate(path), path);

    public void Delete(string path) => File.Delete(path);

    public void Replace(string source, string destination) => File.Move(source, destination, overwrite: true);

    public void FlushFolderOf(string path) => Posix.SyncDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
}
