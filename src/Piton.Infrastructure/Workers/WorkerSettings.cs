using System.Globalization;

namespace Piton.Infrastructure.Workers;

/// <summary>What a worker is told on its command line.</summary>
/// <param name="Server">The process that starts it, and with which it ends.</param>
/// <param name="Sandbox">How much is insisted on.</param>
/// <param name="MaxMemoryBytes">Bytes of memory that it may hold.</param>
/// <param name="MaxCpuSeconds">Seconds of processor time that it may take in its whole life.</param>
/// <param name="DataDirectory">The data folder, which it must not be able to read.</param>
internal sealed record WorkerSettings(int Server, SandboxMode Sandbox, long MaxMemoryBytes, long MaxCpuSeconds, string DataDirectory)
{
    /// <summary>How many arguments it takes.</summary>
    public const int Count = 5;

    public string[] ToArguments() =>
    [
        Server.ToString(CultureInfo.InvariantCulture),
        Sandbox.ToString(),
        MaxMemoryBytes.ToString(CultureInfo.InvariantCulture),
        MaxCpuSeconds.ToString(CultureInfo.InvariantCulture),
        DataDirectory,
    ];

    /// <param name="arguments">Five, as <see cref="ToArguments"/> gives them.</param>
    /// <exception cref="FormatException">They are no such thing.</exception>
    public static WorkerSettings FromArguments(ReadOnlySpan<string> arguments) => new(
        int.Parse(arguments[0], CultureInfo.InvariantCulture),
        Enum.TryParse<SandboxMode>(arguments[1], out var mode) ? mode : throw new FormatException($"There is no sandbox called {arguments[1]}."),
        long.Parse(arguments[2], CultureInfo.InvariantCulture),
        long.Parse(arguments[3], CultureInfo.InvariantCulture),
        arguments[4]);
}
