using System.Diagnostics;
using System.Globalization;
using NetVips;

namespace Piton.Benchmarks;

/// <summary>What libvips alone needs for the same files: the floor that no server gets under.</summary>
internal static class BareLibvips
{
    /// <summary>Runs in a process of its own and prints the seconds of processor time that each round took.</summary>
    public static int Run(string path, int rounds, bool all)
    {
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Make(path, all);
        for (var round = 0; round < rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            Make(path, all);
            process.Refresh();
            Console.WriteLine((process.TotalProcessorTime - before).TotalSeconds.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    /// <summary>Seconds of processor time for one round, the median of several.</summary>
    public static double CpuSeconds(string path, int rounds, bool all)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["libvips", path, rounds.ToString(CultureInfo.InvariantCulture), all ? "all" : "full"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return lines.Select(line => double.Parse(line, CultureInfo.InvariantCulture)).Median();
    }

    private static void Make(string path, bool all)
    {
        using var opened = Image.NewFromFile(path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
        if (!all)
        {
            Save(opened, path, 85, 4);
            return;
        }

        var larger = opened.CopyMemory();
        Save(larger, path, 85, 4);
        foreach (var width in ((int[])[1600, 800, 320]).Where(width => width < opened.Width))
        {
            using var resized = larger.Resize((double)width / larger.Width);
            larger.Dispose();
            larger = resized.CopyMemory();
            Save(larger, path, 80, 2);
        }

        larger.Dispose();
    }

    private static void Save(Image image, string path, int quality, int effort) =>
        File.WriteAllBytes(path + ".out", image.WebpsaveBuffer(q: quality, effort: effort, keep: Enums.ForeignKeep.None));
}
