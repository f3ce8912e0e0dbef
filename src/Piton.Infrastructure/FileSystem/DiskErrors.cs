namespace Piton.Infrastructure.FileSystem;

/// <summary>What the operating system's errors mean to the library.</summary>
internal static class DiskErrors
{
    /// <summary>Whether there was no room: on the disk, in the quota, or for one more file.</summary>
    public static bool IsFull(this IOException exception) => exception.HResult is Posix.NoSpace or Posix.OverQuota;
}
