namespace Piton.Infrastructure.Workers;

/// <summary>All that a worker finds in its environment: how its runtime is to behave. Nothing of the server's own goes in.</summary>
internal static class WorkerEnvironment
{
    private const long LargestHeap = 512L << 20;

    /// <param name="maxMemoryBytes">Bytes of memory that the worker may hold, of which the managed heap gets its share.</param>
    public static Dictionary<string, string> For(long maxMemoryBytes)
    {
        var variables = new Dictionary<string, string>
        {
            // One conversion at a time needs no heaps side by side, and what is short-lived no profile.
            ["DOTNET_gcServer"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
            ["DOTNET_GCHeapHardLimit"] = $"0x{HeapBytes(maxMemoryBytes):x}",
            ["DOTNET_TieredPGO"] = "0",

            // Compiled code would be written through a file in memory, which a worker that may write no file cannot have.
            ["DOTNET_EnableWriteXorExecute"] = "0",

            // No debugger, no profiler, no socket for either.
            ["DOTNET_EnableDiagnostics"] = "0",

            // /etc is closed to it.
            ["OPENSSL_CONF"] = "/dev/null",
            ["MALLOC_ARENA_MAX"] = "1",
        };
        if (RuntimeFolder is { } runtime)
        {
            variables["DOTNET_ROOT"] = runtime;
        }

        return variables;
    }

    /// <summary>The share of the managed heap, in which every source must find room: bytes.</summary>
    public static long HeapBytes(long maxMemoryBytes) => Math.Min(maxMemoryBytes / 4, LargestHeap);

    /// <summary>The folder of the runtime; null where it lies beside the program.</summary>
    public static string? RuntimeFolder { get; } = FindRuntime();

    // {runtime}/shared/Microsoft.NETCore.App/{version}/System.Private.CoreLib.dll
    private static string? FindRuntime()
    {
        var framework = new DirectoryInfo(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory());
        return framework.Parent is { Name: "Microsoft.NETCore.App", Parent: { Name: "shared", Parent: { } root } } ? root.FullName : null;
    }
}
