using Microsoft.Win32.SafeHandles;

namespace Piton.Infrastructure.FileSystem;

/// <summary>A real disk.</summary>
internal sealed class StoreDisk : IStoreDisk
{
    public void FlushFile(SafeFileHandle file, string path) => Posix.Sync(file, path);

    public void FlushFolder(string path) => Posix.SyncDirectory(path);
}
