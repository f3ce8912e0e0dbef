using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The file system that the data folder is on.</summary>
internal sealed class DiskSpace(DataDirectory directory) : IDiskSpace
{
    public long FreeBytes => new DriveInfo(directory.Root).AvailableFreeSpace;

    public long TotalBytes => new DriveInfo(directory.Root).TotalSize;

    public bool IsReadOnly => Posix.IsOnReadOnlyDisk(directory.Root);
}
