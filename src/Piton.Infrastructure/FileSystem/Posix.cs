using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The calls of the C library that .NET has no word for: folders that are synced, locks, users; and flushes that say when they fail.</summary>
/// <remarks>
/// It also opens files, since .NET's own way takes an advisory lock on each: two system calls more, and none with
/// <c>DOTNET_SYSTEM_IO_DISABLEFILELOCKING</c>. Constants are those of Linux, the same on x64 and arm64. Errors become
/// <see cref="IOException"/>s whose HResult is the errno, as .NET's own are.
/// </remarks>
internal static partial class Posix
{
    public const int NotPermitted = 1;
    public const int NotFound = 2;
    public const int BadDescriptor = 9;
    public const int WouldBlock = 11;
    public const int NoSpace = 28;
    public const int ReadOnlyFileSystem = 30;
    public const int OverQuota = 122;

    private const int Interrupted = 4;
    private const int AccessDenied = 13;
    private const int Exists = 17;
    private const int Invalid = 22;

    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const uint SharedFileMode = 0b110_100_000;
    private const uint PrivateFileMode = 0b110_000_000;

    private const int LockExclusive = 2;
    private const int LockNonBlocking = 4;
    private const int LockRelease = 8;

    private const int CurrentDirectory = -100;
    private const int MayRead = 4;
    private const int MayWrite = 2;
    private const int MaySearch = 1;
    private const int EffectiveIds = 0x200;

    // The layout of struct statx is the same on every architecture, that of struct stat is not.
    private const int StatSize = 256;
    private const uint StatOwner = 0x8 | 0x10;
    private const uint StatNumber = 0x100;

    /// <summary>Opens a file for reading; null where there is none.</summary>
    public static SafeFileHandle? OpenRead(string path) => OpenRead(path, 0);

    /// <summary>As <see cref="OpenRead(string)"/>, without waiting for the other end of a pipe.</summary>
    public static SafeFileHandle? OpenReadAtOnce(string path) => OpenRead(path, NonBlocking);

    /// <summary>Where what is open lies, without links in its path.</summary>
    public static string RealPathOf(SafeFileHandle handle) =>
        new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget ?? throw new IOException("The system does not say where an open file is.");

    private static SafeFileHandle? OpenRead(string path, int flags)
    {
        var handle = Open(path, ReadOnly | CloseOnExec | flags, 0);
        if (!handle.IsInvalid)
        {
            return handle;
        }

        return Marshal.GetLastPInvokeError() == NotFound ? null : throw LastError(path);
    }

    /// <summary>Creates a file for writing, which must not exist.</summary>
    public static SafeFileHandle CreateNew(string path) =>
        Check(Open(path, WriteOnly | Create | Exclusive | CloseOnExec, SharedFileMode), path);

    /// <summary>As <see cref="CreateNew"/>, but for nobody else.</summary>
    public static SafeFileHandle CreateNewPrivate(string path) =>
        Check(Open(path, WriteOnly | Create | Exclusive | CloseOnExec, PrivateFileMode), path);

    /// <summary>Opens a file for reading and writing, and creates it where there is none.</summary>
    public static SafeFileHandle OpenOrCreate(string path) => Check(Open(path, ReadWrite | Create | CloseOnExec, SharedFileMode), path);

    /// <summary>As <see cref="OpenOrCreate"/>, but for nobody else: a file that others could read, from a backup say, is closed to them.</summary>
    public static SafeFileHandle OpenOrCreatePrivate(string path)
    {
        var handle = Check(Open(path, ReadWrite | Create | CloseOnExec, PrivateFileMode), path);
        return FChMod(handle, PrivateFileMode) == 0 ? handle : throw LastError(path);
    }

    /// <summary>Creates a folder; false where it is there already.</summary>
    public static bool MakeDirectory(string path, uint mode)
    {
        if (MkDir(path, mode) == 0)
        {
            return true;
        }

        return Marshal.GetLastPInvokeError() == Exists && Directory.Exists(path) ? false : throw LastError(path);
    }

    /// <summary>Puts the bytes of a file on disk. .NET's own flush says nothing where that fails (seen with 10.0.12).</summary>
    public static void Sync(SafeFileHandle handle, string path)
    {
        if (TrySync(handle) is not 0)
        {
            throw LastError(path);
        }
    }

    /// <summary>Puts the names in a folder on disk; does nothing in a file system that has no such thing.</summary>
    public static void SyncDirectory(string path)
    {
        using var handle = OpenDirectory(path);
        if (TrySync(handle) is not (0 or Invalid))
        {
            throw LastError(path);
        }
    }

    /// <summary>Opens a folder, to lock or sync it.</summary>
    public static SafeFileHandle OpenDirectory(string path) => Check(Open(path, ReadOnly | CloseOnExec, 0), path);

    /// <summary>Whether this process may create and delete in a folder.</summary>
    public static bool IsWritableDirectory(string path) => FAccessAt(CurrentDirectory, path, MayWrite | MaySearch, EffectiveIds) == 0;

    /// <summary>Whether a file or folder is on a disk that takes no writes, whoever asks.</summary>
    public static bool IsOnReadOnlyDisk(string path) =>
        FAccessAt(CurrentDirectory, path, MayWrite, EffectiveIds) != 0 && Marshal.GetLastPInvokeError() == ReadOnlyFileSystem;

    /// <summary>Whether this process may read the names in a folder, and what they lead to.</summary>
    public static bool IsReadableDirectory(string path) => FAccessAt(CurrentDirectory, path, MayRead | MaySearch, EffectiveIds) == 0;

    /// <summary>Locks a file for as long as the handle is open; false where another handle, in whichever process, holds it.</summary>
    public static bool TryLock(SafeFileHandle handle, string path)
    {
        if (FLock(handle, LockExclusive | LockNonBlocking) == 0)
        {
            return true;
        }

        return Marshal.GetLastPInvokeError() == WouldBlock ? false : throw LastError(path);
    }

    /// <summary>Lets go of a lock, also for a child process that has been forked and has not closed its copy of the handle yet.</summary>
    public static void Unlock(SafeFileHandle handle) => FLock(handle, LockRelease);

    /// <summary>The effective user of this process; 0 is root.</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    public static partial uint EffectiveUser();

    /// <summary>Who owns a file or folder; null where there is none.</summary>
    public static unsafe (uint User, uint Group)? OwnerOf(string path)
    {
        var status = stackalloc uint[StatSize / sizeof(uint)];
        if (StatX(CurrentDirectory, path, 0, StatOwner, status) == 0)
        {
            return (status[5], status[6]);
        }

        return Marshal.GetLastPInvokeError() == NotFound ? null : throw LastError(path);
    }

    /// <summary>The name of a user; the number where the system knows none.</summary>
    public static unsafe string NameOf(uint user)
    {
        var entry = GetPasswordEntry(user);
        return (entry is null ? null : Marshal.PtrToStringUTF8((nint)(*entry))) ?? user.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What tells a file or folder from every other one on this machine, by whatever path it is reached; null where there is none.</summary>
    public static unsafe (ulong Device, ulong Number)? IdentityOf(string path)
    {
        var status = stackalloc uint[StatSize / sizeof(uint)];
        if (StatX(CurrentDirectory, path, 0, StatNumber, status) == 0)
        {
            return (((ulong)status[34] << 32) | status[35], ((ulong)status[9] << 32) | status[8]);
        }

        return Marshal.GetLastPInvokeError() == NotFound ? null : throw LastError(path);
    }

    /// <summary>Makes every thread of this process, now root's, another user's for good.</summary>
    /// <param name="user">The user to become, with all groups that it is in.</param>
    /// <param name="fallbackGroup">The one group of a user that the system has no entry for.</param>
    /// <exception cref="Win32Exception">The system does not let it.</exception>
    public static unsafe void BecomeUser(uint user, uint fallbackGroup)
    {
        // struct passwd begins with two pointers, the first to the name, then the ids of user and group.
        var entry = GetPasswordEntry(user);
        var group = entry is null ? fallbackGroup : ((uint*)(entry + 2))[1];
        var failed = entry is null ? SetGroups(0, null) : InitGroups(*entry, group);
        if (failed != 0 || SetGroup(group) != 0 || SetUser(user) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    /// <returns>0, or the error.</returns>
    private static int TrySync(SafeFileHandle handle)
    {
        while (FSync(handle) != 0)
        {
            if (Marshal.GetLastPInvokeError() is not Interrupted and var error)
            {
                return error;
            }
        }

        return 0;
    }

    private static SafeFileHandle Check(SafeFileHandle handle, string path) => handle.IsInvalid ? throw LastError(path) : handle;

    private static Exception LastError(string path)
    {
        var error = Marshal.GetLastPInvokeError();
        var message = $"{Marshal.GetPInvokeErrorMessage(error)}: '{path}'.";
        return error switch
        {
            NotFound => new FileNotFoundException(message, path),
            AccessDenied or NotPermitted => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "fchmod", SetLastError = true)]
    private static partial int FChMod(SafeFileHandle handle, uint mode);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle handle);

    [LibraryImport("libc", EntryPoint = "mkdir", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MkDir(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int FLock(SafeFileHandle handle, int operation);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StatX(int directory, string path, int flags, uint mask, uint* status);

    [LibraryImport("libc", EntryPoint = "faccessat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FAccessAt(int directory, string path, int mode, int flags);

    [LibraryImport("libc", EntryPoint = "getpwuid", SetLastError = true)]
    private static unsafe partial byte** GetPasswordEntry(uint user);

    [LibraryImport("libc", EntryPoint = "initgroups", SetLastError = true)]
    private static unsafe partial int InitGroups(byte* name, uint group);

    [LibraryImport("libc", EntryPoint = "setgroups", SetLastError = true)]
    private static unsafe partial int SetGroups(nuint count, uint* groups);

    [LibraryImport("libc", EntryPoint = "setgid", SetLastError = true)]
    private static partial int SetGroup(uint group);

    [LibraryImport("libc", EntryPoint = "setuid", SetLastError = true)]
    private static partial int SetUser(uint user);
}
