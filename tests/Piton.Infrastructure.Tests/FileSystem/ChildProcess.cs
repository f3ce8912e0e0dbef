using System.Diagnostics;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Tests.FileSystem;

/// <summary>This assembly as a program of its own, for what only a second process can show.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(string dataDirectory)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ChildProcess).Assembly.Location, dataDirectory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public int Id => _process.Id;

    /// <summary>Starts a process that takes a data folder as <c>piton</c> does, and holds it.</summary>
    /// <returns>The process, and the one line that it has to say.</returns>
    public static async Task<(ChildProcess Process, string? Said)> HoldAsync(string dataDirectory)
    {
        var child = new ChildProcess(dataDirectory);
        return (child, await child._process.StandardOutput.ReadLineAsync());
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>What the second process does.</summary>
    public static void Hold(string dataDirectory)
    {
        try
        {
            var directory = new DataDirectory(dataDirectory);
            DataDirectoryOwner.Become(directory);
            directory.Create();
            using var held = DataDirectoryLock.Take(directory);
            Console.WriteLine($"user {Posix.EffectiveUser()}");
            Console.ReadLine();
        }
        catch (LibraryException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
    }
}
