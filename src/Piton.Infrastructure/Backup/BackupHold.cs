using Microsoft.Win32.SafeHandles;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>Makes this the only one at work on a backup. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class BackupHold : IDisposable
{
    private const int MostMarked = 4096;

    private readonly SafeFileHandle? _marker;

    private BackupHold(SafeFileHandle? marker)
    {
        _marker = marker;
    }

    /// <summary>Makes a backup of a folder that is none yet, and takes it.</summary>
    /// <param name="backup">The folder.</param>
    /// <param name="library">Whose backup it is.</param>
    /// <param name="mustExist">Whether an earlier backup has to be there.</param>
    /// <param name="disk">What puts names on disk.</param>
    /// <exception cref="LibraryException">The folder is something else, not there to be made, or another is at work on it.</exception>
    public static BackupHold TakeForRun(BackupDirectory backup, DataDirectory library, bool mustExist, IStoreDisk disk)
    {
        RefuseWithin(backup, library);
        RefuseNew(backup, mustExist);
        RefuseAnything(backup);
        var isNew = Posix.MakeDirectory(backup.Root, DataDirectory.PrivateMode);
        RefuseStrangers(backup);
        var marker = Posix.OpenOrCreatePrivate(backup.Marker);
        BackupHold? hold = null;
        try
        {
            Lock(marker, backup);
            Mark(marker, backup, disk);
            MakeFolders(backup, isNew, disk);
            return hold = new BackupHold(marker);
        }
        finally
        {
            if (hold is null)
            {
                marker.Dispose();
            }
        }
    }

    /// <summary>Takes a backup to read it; it may be on a disk that takes no writes.</summary>
    /// <exception cref="LibraryException">There is none, or another is at work on it.</exception>
    public static BackupHold TakeToRead(BackupDirectory backup)
    {
        var marker = Directory.Exists(backup.Root) ? Posix.OpenRead(backup.Marker) : null;
        if (marker is null && !Directory.Exists(backup.Runs))
        {
            throw new LibraryException($"There is no backup in {backup.Root}. Name the folder that piton backup was given, and see that its disk is mounted.");
        }

        try
        {
            if (marker is not null)
            {
                Lock(marker, backup);
            }

            return new BackupHold(marker);
        }
        catch (Exception e) when (e is LibraryException or IOException)
        {
            marker?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_marker is not null)
        {
            Posix.Unlock(_marker);
            _marker.Dispose();
        }
    }

    private static void RefuseWithin(BackupDirectory backup, DataDirectory library)
    {
        if (Places.IsWithin(backup.Root, library.Root))
        {
            throw new LibraryException($"{backup.Root} is in the data folder: what befalls one befalls the other. Name a folder elsewhere, on another disk best of all.");
        }
    }

    private static void RefuseNew(BackupDirectory backup, bool mustExist)
    {
        if (mustExist && backup.RunNumbers().Count == 0)
        {
            throw new LibraryException(
                $"There is no earlier backup in {backup.Root}, so that nothing was written. See that its disk is mounted; without --existing, a new backup is made there.");
        }
    }

    // No folder above it is made: it would be made on the wrong disk where the right one is not mounted.
    private static void RefuseAnything(BackupDirectory backup)
    {
        if (File.Exists(backup.Root))
        {
            throw new LibraryException($"{backup.Root} is a file. Name a folder for the backup.");
        }

        if (Path.GetDirectoryName(backup.Root) is { } parent && !Directory.Exists(parent))
        {
            throw new LibraryException($"There is no folder {parent} to make the backup in. See that its disk is mounted, or make it.");
        }
    }

    // What somebody put beside a backup is no reason to make none tonight; verify tells of it.
    private static void RefuseStrangers(BackupDirectory backup)
    {
        var names = Directory.EnumerateFileSystemEntries(backup.Root).Select(path => Path.GetFileName(path)).Where(name => name != "lost+found").ToList();
        var isBackup = names.Contains(Path.GetFileName(backup.Marker)) || names.Contains(Path.GetFileName(backup.Runs));
        if (!isBackup && names.Order(StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            throw new LibraryException($"{backup.Root} is no backup and not empty: {stranger} is in it. Name an empty folder, or one that does not exist yet.");
        }
    }

    private static void Lock(SafeFileHandle marker, BackupDirectory backup)
    {
        try
        {
            if (!Posix.TryLock(marker, backup.Marker))
            {
                throw new LibraryException($"Another backup, restore or verify is at work on {backup.Root}. Wait until it is done.");
            }
        }
        catch (IOException e) when (e.HResult == Posix.BadDescriptor)
        {
            // NFS locks no file that is merely read; whoever reads there has nothing to lose by it.
        }
    }

    // Empty where the first run died before it had written it.
    private static void Mark(SafeFileHandle marker, BackupDirectory backup, IStoreDisk disk)
    {
        // .NET's own ways to read a file would take a lock of their own, and stop at this one.
        var buffer = new byte[MostMarked];
        var content = buffer.AsSpan(0, RandomAccess.Read(marker, buffer, 0));
        if (content.SequenceEqual(BackupDirectory.MarkerContent))
        {
            return;
        }

        if (FindVersion(content) is { } flaw)
        {
            throw new LibraryException($"The backup in {backup.Root} cannot be brought up to date: {flaw}.");
        }

        RandomAccess.SetLength(marker, 0);
        RandomAccess.Write(marker, BackupDirectory.MarkerContent, 0);
        disk.FlushFile(marker, backup.Marker);
    }

    // A marker that is whole and yet not ours is no damage, but of a later version.
    private static string? FindVersion(ReadOnlySpan<byte> content)
    {
        var line = content.TrimEnd(LogLine.Break);
        return LogLine.HasWholeSeal(line) ? LogHeader.FindFlaw(line, "backup") : null;
    }

    private static void MakeFolders(BackupDirectory backup, bool isNew, IStoreDisk disk)
    {
        foreach (var folder in (string[])[backup.Runs, backup.Pool.Uploads, backup.Pool.Staging])
        {
            Posix.MakeDirectory(folder, DataDirectory.PrivateMode);
        }

        disk.FlushFolder(backup.Root);
        if (isNew)
        {
            disk.FlushFolder(Path.GetDirectoryName(backup.Root)!);
        }
    }
}
