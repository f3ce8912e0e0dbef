using System.Diagnostics;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>A small disk in memory, which a test can fill. Only root may mount one.</summary>
internal sealed class Tmpfs : IDisposable
{
    public Tmpfs(string options)
    {
        Skip.IfNot(Environment.IsPrivilegedProcess, "Mounting a small tmpfs needs root.");
        Path = Directory.CreateTempSubdirectory("piton-tmpfs-").FullName;
        Skip.IfNot(Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Path) == 0, "This machine does not let root mount a tmpfs.");
    }

    public string Path { get; }

    public void Dispose()
    {
        Assert.Equal(0, Run("umount", Path));
        Directory.Delete(Path);
    }

    public static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
