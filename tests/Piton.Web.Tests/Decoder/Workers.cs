using System.Diagnostics;

namespace Piton.Web.Tests.Decoder;

/// <summary>The decode workers of a server, as the machine sees them.</summary>
internal static class Workers
{
    /// <summary>How long what is expected of them may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Those that look at pictures of the library in <paramref name="dataDirectory"/>.</summary>
    public static IReadOnlyList<int> Of(string dataDirectory) =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Select(int.Parse!)
            .Where(process => CommandLine(process) is var line
                && line.Contains("decode-worker", StringComparison.Ordinal) && line.Contains(dataDirectory, StringComparison.Ordinal)),
    ];

    public static void Signal(IEnumerable<int> processes, string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", .. processes.Select(process => $"{process}")]);
        kill.WaitForExit();
    }

    /// <summary>Waits until there are as many as conversions may run at once, and one in reserve.</summary>
    public static async Task<IReadOnlyList<int>> WholeAsync(string dataDirectory, int count)
    {
        await Eventually.HoldsAsync(
            () => Of(dataDirectory).Count(process => CommandLine(process).Contains("shut-in", StringComparison.Ordinal)) == count, Patience, "the pool is whole");
        return Of(dataDirectory);
    }

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
