using System.Runtime.InteropServices;

namespace Piton.Faults.Calls;

/// <summary>The calls of the kernel that a process uses to have its own calls looked at, and another to look at them. Constants are those of Linux on x64.</summary>
internal static partial class Kernel
{
    public const int InputOutputError = 5;
    public const int NoSpace = 28;
    public const int OverQuota = 122;

    private const int SetNoNewPrivileges = 38;
    private const int SetFilter = 1;
    private const int WithListener = 8;
    private const int Killed = 9;
    private const short Readable = 1;
    private const int Flush = 74;
    private const int OpenProcess = 434;
    private const int TakeDescriptor = 438;
    private const int Seccomp = 317;

    // _IOWR('!', 0, struct seccomp_notif), _IOWR('!', 1, struct seccomp_notif_resp)
    private const nuint Receive = 0xc050_2100;
    private const nuint Send = 0xc018_2101;

    /// <summary>Lays a filter on this thread and on the program that it becomes, for good.</summary>
    /// <returns>Whether the kernel did it.</returns>
    public static unsafe bool TryFilter(ulong[] instructions)
    {
        fixed (ulong* first = instructions)
        {
            // struct sock_fprog: how many, and, aligned, where.
            var program = stackalloc nint[] { instructions.Length, (nint)first };
            return Control(SetNoNewPrivileges, 1, 0, 0, 0) == 0 && Call(Seccomp, SetFilter, WithListener, (nint)program, 0) >= 0;
        }
    }

    /// <summary>Flushes nothing: a call that waits until somebody looks at the calls of this thread.</summary>
    public static void Knock() => Call(Flush, -1, 0, 0, 0);

    /// <summary>Becomes another program. Returns only by failing.</summary>
    public static unsafe void Become(string path, string[] arguments)
    {
        nint[] pointers = [.. arguments.Select(Marshal.StringToCoTaskMemUTF8), 0];
        fixed (nint* given = pointers)
        {
            _ = Execute(path, given);
        }
    }

    /// <summary>A descriptor of another process, as one of this one; negative where that cannot be had.</summary>
    public static int Borrow(int process, int descriptor)
    {
        var handle = (int)Call(OpenProcess, process, 0, 0, 0);
        var borrowed = (int)Call(TakeDescriptor, handle, descriptor, 0, 0);
        _ = Close(handle);
        return borrowed;
    }

    /// <summary>Waits for a call to look at; false once nobody is left who could make one.</summary>
    public static unsafe bool Waits(int listener)
    {
        // struct pollfd: the descriptor, what is waited for and, behind it, what came.
        var poll = stackalloc int[] { listener, Readable };
        return Poll(poll, 1, -1) < 0 || (poll[1] >> 16 & Readable) != 0;
    }

    /// <param name="listener">Where calls come in.</param>
    /// <param name="notification">struct seccomp_notif, all zeros before.</param>
    /// <returns>Whether there is one; not where its caller has died meanwhile.</returns>
    public static unsafe bool TryReceive(int listener, Span<byte> notification)
    {
        fixed (byte* first = notification)
        {
            return DeviceControl(listener, Receive, (nint)first) == 0;
        }
    }

    /// <param name="listener">Where the call came in.</param>
    /// <param name="answer">struct seccomp_notif_resp. Nobody hears it where the caller has died meanwhile.</param>
    public static unsafe void Answer(int listener, ReadOnlySpan<byte> answer)
    {
        fixed (byte* first = answer)
        {
            _ = DeviceControl(listener, Send, (nint)first);
        }
    }

    /// <summary>Reads the memory of another process, as far as it goes.</summary>
    public static unsafe int ReadMemory(int process, nint address, Span<byte> destination)
    {
        fixed (byte* first = destination)
        {
            // struct iovec: where, and how long.
            var here = stackalloc nint[] { (nint)first, destination.Length };
            var there = stackalloc nint[] { address, destination.Length };
            return (int)ReadVectors(process, here, 1, there, 1, 0);
        }
    }

    public static void Kill(int process) => _ = Signal(process, Killed);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    /// <summary>Has a file system do something that only it knows.</summary>
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int DeviceControl(int descriptor, nuint request, nint argument);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Call(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Control(int option, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Execute(string path, nint* arguments);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static unsafe partial int Poll(int* descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "process_vm_readv", SetLastError = true)]
    private static unsafe partial nint ReadVectors(int process, nint* here, nuint hereCount, nint* there, nuint thereCount, nuint flags);
}
