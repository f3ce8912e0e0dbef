using System.Runtime.InteropServices;

namespace Piton.Benchmarks;

/// <summary>Processor time in microseconds, as getrusage(2) counts it: /proc counts hundredths of a second.</summary>
internal static class ProcessorTime
{
    private const int Self = 0;
    private const int Children = -1;

    // struct rusage: two timevals, and fourteen longs that nobody asks for here.
    private const int Fields = 18;

    /// <summary>Seconds that this process has taken.</summary>
    public static double OfThisProcess() => Seconds(Self);

    /// <summary>Seconds that all its children took that have ended.</summary>
    public static double OfEndedChildren() => Seconds(Children);

    private static double Seconds(int who)
    {
        var usage = new long[Fields];
        return GetResourceUsage(who, usage) == 0
            ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6)
            : throw new InvalidOperationException("getrusage failed.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
