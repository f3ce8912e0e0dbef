using System.Globalization;
using Piton.Infrastructure.Workers.Sandbox;

namespace Piton.Infrastructure.Workers.Inside;

/// <summary>
/// Shuts this process in, then has it become the <see cref="SecondStage"/>. Landlock binds the thread that asks for it and whatever program that thread becomes,
/// and a runtime has more threads than one.
/// </summary>
internal static class FirstStage
{
    private const int MostDescriptors = 128;
    private const int FirstInherited = 3;

    // Beyond the memory that it may use, the runtime keeps addresses for heaps that it will never fill.
    private const ulong SpareAddresses = 8UL << 30;

    /// <summary>Returns only by failing.</summary>
    public static int Run(WorkerSettings settings)
    {
        Linux.DieWithParent();
        if (Linux.ParentProcess() != settings.Server)
        {
            // The server died before it could be bound to.
            return 1;
        }

        _ = Linux.LeaveTerminal();
        DropInherited();
        Linux.GainNoPrivileges();
        LimitResources(settings);
        var gaps = settings.Sandbox == SandboxMode.Off ? [] : ShutIn(settings);
        Linux.Become(Environment.ProcessPath!, [.. CommandLine(), SecondStage.Argument, .. gaps], WorkerEnvironment.For(settings.MaxMemoryBytes));
        return 1;
    }

    private static void LimitResources(WorkerSettings settings)
    {
        Linux.SetLimit(ProcessLimit.CoreDump, 0);

        // Files of the disk are closed to it; this is for the one in memory that ImageMagick reads a source from.
        Linux.SetLimit(ProcessLimit.FileSize, (ulong)WorkerEnvironment.HeapBytes(settings.MaxMemoryBytes));
        Linux.SetLimit(ProcessLimit.Descriptors, MostDescriptors);
        Linux.SetLimit(ProcessLimit.ProcessorTime, (ulong)settings.MaxCpuSeconds);
        Linux.SetLimit(ProcessLimit.PrivateMemory, (ulong)settings.MaxMemoryBytes);
        Linux.SetLimit(ProcessLimit.Addresses, (ulong)settings.MaxMemoryBytes + SpareAddresses);
    }

    /// <returns>What could not be done.</returns>
    private static string[] ShutIn(WorkerSettings settings)
    {
        var readable = ReadableFiles.For(AppContext.BaseDirectory, WorkerEnvironment.RuntimeFolder ?? AppContext.BaseDirectory, settings.DataDirectory);
        Capabilities.Drop();
        return Landlock.TryRestrict(readable) ? [] : ["Landlock is missing (Linux 5.13 or newer has it), so a decoder could read files."];
    }

    private static void DropInherited()
    {
        foreach (var entry in Directory.GetFileSystemEntries("/proc/self/fd"))
        {
            var descriptor = int.Parse(Path.GetFileName(entry), CultureInfo.InvariantCulture);
            if (descriptor >= FirstInherited)
            {
                Linux.DropAtExec(descriptor);
            }
        }
    }

    // As the kernel has it: with dotnet in front where it is dotnet that runs this program.
    private static string[] CommandLine() => File.ReadAllText("/proc/self/cmdline").TrimEnd('\0').Split('\0');
}
