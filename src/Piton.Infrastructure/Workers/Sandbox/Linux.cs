using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Piton.Infrastructure.Workers.Sandbox;

/// <summary>The calls of the kernel that a process uses to shut itself in.</summary>
/// <remarks>Constants are those of Linux, the same on x64 and arm64 unless said.</remarks>
internal static partial class Linux
{
    public const int NotPermitted = 1;
    public const int NotImplemented = 38;

    private const int SetParentDeathSignal = 1;
    private const int SetNoNewPrivileges = 38;
    private const int Killed = 9;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    public static bool IsArm64 { get; } = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>A call by its number. Each argument is a number or an address.</summary>
    /// <returns>What the kernel answers; -1 where it fails, and then the error is the last P/Invoke error.</returns>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Call(nint number, nint first = 0, nint second = 0, nint third = 0, nint fourth = 0, nint fifth = 0);

    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ParentProcess();

    /// <summary>Has this process killed when the thread that started it ends.</summary>
    public static void DieWithParent() => Require(Control(SetParentDeathSignal, Killed), "prctl(PR_SET_PDEATHSIG)");

    /// <summary>From here on no program that this process starts has more rights than it has.</summary>
    public static void GainNoPrivileges() => Require(Control(SetNoNewPrivileges, 1), "prctl(PR_SET_NO_NEW_PRIVS)");

    /// <summary>Leaves the terminal and its signals to the server, which ends its workers itself.</summary>
    [LibraryImport("libc", EntryPoint = "setsid")]
    public static partial int LeaveTerminal();

    /// <summary>Keeps a descriptor from the program that this process becomes next.</summary>
    public static void DropAtExec(int descriptor) => _ = ControlDescriptor(descriptor, SetDescriptorFlags, CloseOnExec);

    /// <summary>Sets both limits, the one in force and its ceiling.</summary>
    public static unsafe void SetLimit(ProcessLimit limit, ulong value)
    {
        var pair = stackalloc ulong[] { value, value };
        Require(SetResourceLimit((int)limit, pair), $"setrlimit({limit})");
    }

    /// <summary>Becomes another program. Returns only by failing.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">Its arguments, the first of them its name.</param>
    /// <param name="environment">All of its environment.</param>
    /// <exception cref="Win32Exception">The system does not let it.</exception>
    public static unsafe void Become(string path, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        fixed (nint* given = Pointers(arguments))
        fixed (nint* around = Pointers([.. environment.Select(pair => $"{pair.Key}={pair.Value}")]))
        {
            _ = Execute(path, given, around);
        }

        throw new Win32Exception(Marshal.GetLastPInvokeError(), $"execve({path})");
    }

    /// <summary>The path without symbolic links; null where there is nothing.</summary>
    public static string? RealPath(string path)
    {
        var resolved = Resolve(path, 0);
        if (resolved == 0)
        {
            return null;
        }

        var text = Marshal.PtrToStringUTF8(resolved);
        Free(resolved);
        return text;
    }

    /// <summary>Starts a program and does not wait for it.</summary>
    /// <returns>0, or the error.</returns>
    public static unsafe int Spawn(string path)
    {
        fixed (nint* arguments = Pointers([path]))
        fixed (nint* environment = Pointers([]))
        {
            return StartProcess(out _, path, 0, 0, arguments, environment);
        }
    }

    private static void Require(int answer, string call)
    {
        if (answer != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), call);
        }
    }

    // What is allotted here lives until the process becomes another or ends.
    private static nint[] Pointers(IReadOnlyList<string> texts) => [.. texts.Select(Marshal.StringToCoTaskMemUTF8), 0];

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nint first, nint second = 0, nint third = 0, nint fourth = 0);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlDescriptor(int descriptor, int command, int flags);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static unsafe partial int SetResourceLimit(int resource, ulong* pair);

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Execute(string path, nint* arguments, nint* environment);

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Resolve(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(nint pointer);

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int StartProcess(out int id, string path, nint actions, nint attributes, nint* arguments, nint* environment);
}
