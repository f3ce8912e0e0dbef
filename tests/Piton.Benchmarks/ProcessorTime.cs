using System.Globalization;
using System.Runtime.InteropServices;

namespace Piton.Benchmarks;

/// <summary>Seconds of processor time, in a process and in the kernel for it, finer than the hundredths of a second of proc(5) wherever the kernel tells.</summary>
internal static class ProcessorTime
{
    // clock_getcpuclockid(3): the processor time of a process that is known by its number.
    private const int ProcessClock = 2;
    private const int ProcessShift = 3;

    // getrusage(2); struct rusage: two timevals, and fourteen longs that nobody asks for here.
    private const int Children = -1;
    private const int Fields = 18;

    // proc(5): where cutime is in /proc/[pid]/stat, counted from behind the name, and cstime after it.
    private const int EndedChildrenField = 13;
    private const double TicksPerSecond = 100;

    public static double OfThisProcess() => Of(Environment.ProcessId);

    /// <summary>Those that a process took and its threads, ended or not; 0 where the process is gone.</summary>
    public static double Of(int id) => GetTime((~id << ProcessShift) | ProcessClock, out var time) == 0 ? time.Seconds + (time.Nanoseconds / 1e9) : 0;

    /// <summary>Those that all children of this process took that have ended.</summary>
    public static double OfEndedChildren()
    {
        var usage = new long[Fields];
        return GetResourceUsage(Children, usage) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : throw new InvalidOperationException("getrusage failed.");
    }

    /// <summary>Those that all children of a process took that have ended, in steps of hundredths of a second.</summary>
    public static double OfEndedChildrenOf(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Skip(EndedChildrenField).Take(2)
            .Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
