using System.Globalization;

namespace Piton.Benchmarks;

/// <summary>What the kernel counts of a process (proc(5)).</summary>
internal static class ProcessFigures
{
    /// <summary>Seconds of processor time, in the process and in the kernel for it, of it and of its children: those alive and those that have ended.</summary>
    public static double CpuSeconds(int id) => ProcessorTime.Of(id) + ProcessorTime.OfEndedChildrenOf(id) + ChildrenOf(id).Sum(ProcessorTime.Of);

    /// <summary>The most memory it ever held, in megabytes.</summary>
    public static double PeakMegabytes(int id) => StatusMegabytes(id, "VmHWM:");

    /// <summary>The sum of the most that it and each of its children alive ever held, in megabytes.</summary>
    public static double PeakMegabytesWithChildren(int id) => ChildrenOf(id).Append(id).Sum(PeakMegabytes);

    /// <summary>The memory it holds now, in megabytes.</summary>
    public static double Megabytes(int id) => StatusMegabytes(id, "VmRSS:");

    // Each thread has the children that it started.
    private static IEnumerable<int> ChildrenOf(int id) => Directory.GetDirectories($"/proc/{id}/task").SelectMany(ChildrenOfThread);

    private static IEnumerable<int> ChildrenOfThread(string thread) => File.ReadAllText($"{thread}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    private static double StatusMegabytes(int id, string field)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
