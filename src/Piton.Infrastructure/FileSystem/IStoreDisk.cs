using Microsoft.Win32.SafeHandles;

namespace Piton.Infrastructure.FileSystem;

/// <summary>How the store puts on disk what it wrote; the seam at which tests watch it, and let the disk fail.</summary>
internal interface IStoreDisk
{
    /// <summary>Puts the bytes of a file on disk.</summary>
    void FlushFile(SafeFileHandle file, string path);

    /// <summary>Puts the names in a folder on disk.</summary>
    void FlushFolder(string path);
}
