namespace Piton.Faults.Disks;

/// <summary>Disks that fill up and the power that fails a few times, where this process may mount disks.</summary>
internal static class DiskSample
{
    private const int PowerCuts = 3;
    private const string Loops = "/dev/loop-control";

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync()
    {
        if (Environment.UserName == "root" && File.Exists(Loops))
        {
            return await DiskRun.RunAsync() | await PowerLoss.RunAsync(PowerCuts, Environment.TickCount);
        }

        Console.WriteLine($"disks and power: not tried here, where nobody may mount a disk; it takes root and {Loops}");
        return 0;
    }
}
