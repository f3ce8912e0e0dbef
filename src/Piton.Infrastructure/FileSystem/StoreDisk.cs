using Microsoft.Win32.SafeHandles;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.FileSystem;

/// <summary>A real disk.</summary>
internal sealed class StoreDisk : IStoreDisk
{
    public void FlushFile(SafeFileHandle file, string path)
    {
        using var timer = new FlushTimer("file");
        RandomAccess.FlushToDisk(file);
    }

    public void FlushFolder(string path)
    {
        using var timer = new FlushTimer("folder");
        Posix.SyncDirectory(path);
    }
}
