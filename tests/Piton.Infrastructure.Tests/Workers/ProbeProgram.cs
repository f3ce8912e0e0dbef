using System.Runtime.InteropServices;
using System.Text.Json;
using Piton.Infrastructure.Mime;
using Piton.Infrastructure.Vips;
using Piton.Infrastructure.Workers;
using Piton.Infrastructure.Workers.Inside;
using Piton.Infrastructure.Workers.Sandbox;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>Shuts itself in as a worker does, then tries what a decoder that was taken over might, and says how each try ended.</summary>
internal static class ProbeProgram
{
    public const string Name = "probe";

    /// <summary>What a try that succeeded is said to have ended with.</summary>
    public const int Done = 0;

    private const int DataFolderAt = 1 + WorkerSettings.Count - 1;
    private const int WriteAndCreate = 0x41;

    public static int Run(string[] arguments)
    {
        var settings = WorkerSettings.FromArguments(arguments.AsSpan(1));
        if (!arguments.Contains(SecondStage.Argument))
        {
            return FirstStage.Run(settings);
        }

        using var sniffer = new MediaTypeSniffer();
        _ = new VipsConverter(sniffer);
        if (settings.Sandbox != SandboxMode.Off)
        {
            DecoderFilter.TryInstall();
        }

        Console.WriteLine(JsonSerializer.Serialize(Report(settings, arguments[DataFolderAt])));
        return 0;
    }

    private static ProbeReport Report(WorkerSettings settings, string dataFolder) => new(
        Tries(settings, dataFolder).ToDictionary(),
        Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal).ToArray(),
        Descriptors(),
        File.ReadAllLines("/proc/self/status").Where(line => line.StartsWith("NoNewPrivs", StringComparison.Ordinal)
            || line.StartsWith("Seccomp:", StringComparison.Ordinal) || line.StartsWith("CapEff", StringComparison.Ordinal)).ToArray());

    private static Dictionary<string, int> Tries(WorkerSettings settings, string dataFolder)
    {
        var tries = new Dictionary<string, int>
        {
            ["start a program"] = Linux.Spawn("/bin/true"),
            ["read the data folder"] = Read($"{dataFolder}/secret"),
            ["read the password file"] = Read("/etc/passwd"),
            ["read the host name"] = Read("/etc/hostname"),
            ["read the server's environment"] = Read($"/proc/{settings.Server}/environ"),
            ["read the server's memory"] = Read($"/proc/{settings.Server}/mem"),
            ["read its own program"] = Read(typeof(ProbeProgram).Assembly.Location),
            ["list the home folder"] = List(Environment.GetEnvironmentVariable("HOME") ?? "/root"),
            ["list the root folder"] = List("/"),
            ["write a file"] = Open($"/tmp/piton-probe-{Environment.ProcessId}", WriteAndCreate),
            ["write its own program"] = Open(typeof(ProbeProgram).Assembly.Location, 1),
        };
        if (settings.Sandbox == SandboxMode.Off)
        {
            // What follows would do harm where it is not refused.
            return tries;
        }

        var at = Marshal.StringToCoTaskMemUTF8("/tmp/piton-probe");
        foreach (var (name, call, first, second, third) in new (string, SystemCall, nint, nint, nint)[]
        {
            ("open a socket of the internet", new(41, 198), 2, 1, 0),
            ("open a socket of the machine", new(41, 198), 1, 1, 0),
            ("open a socket of the kernel", new(41, 198), 16, 3, 0),
            ("open a pair of sockets", new(53, 199), 1, 1, 0),
            ("fork", new(57, -1), 0, 0, 0),
            ("clone", new(56, 220), 17, 0, 0),
            ("become a program", new(59, 221), at, 0, 0),
            ("trace", new(101, 117), 16, settings.Server, 0),
            ("signal the server", new(62, 129), settings.Server, 0, 0),
            ("signal everybody", new(62, 129), -1, 0, 0),
            ("take hold of the server", new(434, 434), settings.Server, 0, 0),
            ("make a file in memory", new(319, 279), at, 0, 0),
            ("set up io_uring", new(425, 425), 1, 0, 0),
            ("leave its namespaces", new(272, 97), 0x1000_0000, 0, 0),
            ("mount", new(165, 40), at, at, at),
            ("load into the kernel", new(321, 280), 0, 0, 0),
            ("watch performance", new(298, 241), 0, 0, -1),
            ("handle page faults", new(323, 282), 0, 0, 0),
            ("read the keyring", new(250, 219), 0, -3, 0),
            ("let itself be traced", new(157, 167), 4, 1, 0),
            ("outlive the server", new(157, 167), 1, 0, 0),
            ("change its personality", new(135, 92), 0, 0, 0),
            ("change rights", new(268, 53), -100, at, 0),
            ("delete", new(263, 35), -100, at, 0),
            ("make a link", new(266, 36), at, -100, at),
            ("make a folder", new(258, 34), -100, at, 0),
            ("become another user", new(105, 146), 1, 0, 0),
            ("raise its limits", new(160, 164), 1, at, 0),
            ("call by another way", new(0x4000_0000 | 39, -1), 0, 0, 0),
        })
        {
            tries[name] = call.Number < 0 || Linux.Call(call.Number, first, second, third) < 0 ? Marshal.GetLastPInvokeError() : Done;
        }

        return tries;
    }

    private static int Open(string path, int flags) =>
        Linux.Call(AllowedCalls.OpenAt.Number, -100, Marshal.StringToCoTaskMemUTF8(path), flags, 0b110_000_000) < 0 ? Marshal.GetLastPInvokeError() : Done;

    private static int Read(string path) => Open(path, 0);

    private static int List(string path) => Open(path, Linux.IsArm64 ? 0x4000 : 0x1_0000);

    // Those that it was handed; what it opened itself, to read its own program, comes with a path.
    private static string[] Descriptors() =>
    [
        .. Directory.GetFileSystemEntries("/proc/self/fd")
            .Select(entry => $"{Path.GetFileName(entry)} {Target(entry)}"),
    ];

    private static string? Target(string entry)
    {
        try
        {
            return new FileInfo(entry).LinkTarget;
        }
        catch (IOException)
        {
            // The one by which the folder itself was read.
            return null;
        }
    }
}
