using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>A disk that the system writes to no more, as Linux does by itself where one fails. Who owns what is not the matter then.</summary>
internal static class ReadOnlyDisk
{
    /// <exception cref="LibraryException">The data folder is on such a disk.</exception>
    public static void Refuse(DataDirectory directory)
    {
        if (Posix.IsOnReadOnlyDisk(directory.Root))
        {
            throw new LibraryException(
                $"The disk of {directory.Root} is read-only here, so that the library cannot be opened. A service may write where its ReadWritePaths say; else the system has given up "
                + "writing to the disk, and says why (dmesg). piton verify and piton backup, to another disk, work all the same: take a backup before anything is repaired.");
        }
    }

    /// <summary>What a write to it says.</summary>
    public static IOException Error(DataDirectory directory) => new($"The disk of {directory.Root} is read-only.", Posix.ReadOnlyFileSystem);
}
