using System.Text;
using Microsoft.Win32.SafeHandles;
using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Makes this process the only one that works on a data folder. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class DataDirectoryLock : IDisposable
{
    private const int HolderLength = 12;

    private readonly SafeFileHandle? _file;
    private readonly SafeFileHandle _folder;
    private bool _isReleased;

    private DataDirectoryLock(SafeFileHandle? file, SafeFileHandle folder)
    {
        _file = file;
        _folder = folder;
    }

    /// <exception cref="LibraryException">Another process has it, or the folder cannot be written.</exception>
    public static DataDirectoryLock Take(DataDirectory directory)
    {
        ReadOnlyDisk.Refuse(directory);
        return Take(directory, Posix.OpenOrCreate);
    }

    /// <summary>The same for who changes nothing, and is content with a disk that takes no writes.</summary>
    /// <inheritdoc cref="Take(DataDirectory)"/>
    public static DataDirectoryLock TakeToRead(DataDirectory directory) =>
        Posix.IsOnReadOnlyDisk(directory.Root) ? Take(directory, Posix.OpenRead) : Take(directory);

    private static DataDirectoryLock Take(DataDirectory directory, Func<string, SafeFileHandle?> open)
    {
        try
        {
            return Lock(directory, open);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(
                $"The data folder {directory.Root} cannot be locked: {e.Message} Give it to the user that runs Piton (chown -R).", e);
        }
    }

    /// <summary>Lets go of it once: a host that stops and its container may both ask, at the same time.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isReleased, true))
        {
            return;
        }

        Posix.Unlock(_folder);
        _folder.Dispose();
        if (_file is not null)
        {
            Posix.Unlock(_file);
            _file.Dispose();
        }
    }

    private static DataDirectoryLock Lock(DataDirectory directory, Func<string, SafeFileHandle?> open)
    {
        var file = open(directory.LockFile);
        SafeFileHandle? folder = null;
        try
        {
            folder = Posix.OpenDirectory(directory.Root);
            if ((file is not null && !TryLock(file, directory.LockFile)) || !TryLock(folder, directory.Root))
            {
                throw new LibraryException(
                    $"The data folder {directory.Root} is in use by process {ReadHolder(file)}. "
                    + "Stop that process first, or give this one a folder of its own (Piton:DataDirectory).");
            }

            if (file is not null && !Posix.IsOnReadOnlyDisk(directory.Root))
            {
                WriteHolder(file);
            }

            return new DataDirectoryLock(file, folder);
        }
        catch (Exception e) when (e is LibraryException or IOException or UnauthorizedAccessException)
        {
            folder?.Dispose();
            file?.Dispose();
            throw;
        }
    }

    // Nobody can delete and make anew the folder that the process works in, as they can the file. NFS locks no folders, nor what is open for reading alone.
    private static bool TryLock(SafeFileHandle handle, string path)
    {
        try
        {
            return Posix.TryLock(handle, path);
        }
        catch (IOException e) when (e.HResult == Posix.BadDescriptor)
        {
            return true;
        }
    }

    // Of fixed length and written in place, so that a full disk does not keep Piton from starting.
    private static void WriteHolder(SafeFileHandle file)
    {
        try
        {
            RandomAccess.Write(file, Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n".PadLeft(HolderLength)), 0);
        }
        catch (IOException e) when (e.IsFull())
        {
            // The number is a courtesy to whoever comes second; the lock holds without it.
        }
    }

    private static string ReadHolder(SafeFileHandle? file)
    {
        if (file is null)
        {
            return "(unknown)";
        }

        Span<byte> text = stackalloc byte[HolderLength];
        var holder = Encoding.ASCII.GetString(text[..RandomAccess.Read(file, text, 0)]).Trim();
        return holder.Length > 0 ? holder : "(unknown)";
    }
}
