using System.Diagnostics;
using System.Text.Json;
using Piton.Infrastructure.Workers;
using Piton.Infrastructure.Workers.Sandbox;

namespace Piton.Infrastructure.Tests.Workers;

/// <summary>What can be done from inside a real worker's confinement.</summary>
public sealed class SandboxTests : IDisposable
{
    private const string OwnProgram = "read its own program";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("piton-sandbox-");

    public SandboxTests()
    {
        File.WriteAllText(Path.Combine(_data.FullName, "secret"), "pixels");
    }

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task Worker_WhenItIsTakenOver_ShouldBeAbleToDoNothing()
    {
        var report = await ProbeAsync(SandboxMode.Required);

        Assert.True(report.Tries.Count > 30);
        Assert.Equal([OwnProgram], report.Tries.Where(pair => pair.Value == ProbeProgram.Done).Select(pair => pair.Key));
    }

    [Fact]
    public async Task Worker_WhenItIsShutIn_ShouldHaveNoDescriptorsNoSecretsAndNoPrivileges()
    {
        var report = await ProbeAsync(SandboxMode.Required);

        Assert.All(report.Descriptors, descriptor => Assert.True(IsItsOwn(descriptor.Split(' ', 2)[1]), descriptor));
        Assert.Equal(WorkerEnvironment.For(1 << 30).Keys.Order(StringComparer.Ordinal), report.Environment);
        Assert.Contains("NoNewPrivs:\t1", report.Status);
        Assert.Contains("Seccomp:\t2", report.Status);
        Assert.Contains(report.Status, line => line is "CapEff:\t0000000000000000" or "CapEff:\t0000000000000004");
    }

    [Fact]
    public async Task Worker_WhenTheSandboxIsOff_ShouldBeAbleToDoMuch()
    {
        var report = await ProbeAsync(SandboxMode.Off);

        Assert.Equal(ProbeProgram.Done, report.Tries["start a program"]);
        Assert.Equal(ProbeProgram.Done, report.Tries["read the data folder"]);
    }

    [Fact]
    public void SelfTest_WhenNothingShutsItIn_ShouldFindAllThree()
    {
        var found = SelfTest.Run(_data.FullName);

        Assert.Equal(3, found.Count);
        Assert.Contains(_data.FullName, found[2], StringComparison.Ordinal);
    }

    [Fact]
    public void ReadableFiles_WhenTheDataFolderIsInTheProgramsOwn_ShouldNameItsNeighboursOneByOne()
    {
        var program = _data.CreateSubdirectory("app");
        var data = program.CreateSubdirectory("data");
        var library = program.CreateSubdirectory("runtimes");
        File.WriteAllText(Path.Combine(program.FullName, "piton"), "");
        File.CreateSymbolicLink(Path.Combine(program.FullName, "shortcut"), data.FullName);

        var readable = ReadableFiles.For(program.FullName, "/usr/share/dotnet", data.FullName).ToList();

        Assert.Contains(Path.Combine(program.FullName, "piton"), readable);
        Assert.Contains(library.FullName, readable);
        Assert.DoesNotContain(readable, path => data.FullName.StartsWith(path, StringComparison.Ordinal));
        Assert.DoesNotContain(readable, path => path.EndsWith("shortcut", StringComparison.Ordinal));
    }

    [Fact]
    public void ReadableFiles_WhenTheDataFolderIsTheProgramsOwn_ShouldRefuse() =>
        Assert.Throws<Domain.Library.LibraryException>(() => ReadableFiles.For(_data.FullName, "/usr/share/dotnet", _data.FullName).ToList());

    // Pipes; what it read its own program from; and the folder of the list itself, which is closed by then.
    private static bool IsItsOwn(string target) =>
        target is "" or "/dev/urandom" or "/dev/null"
        || target.StartsWith("pipe:", StringComparison.Ordinal)
        || target.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal)
        || target.StartsWith(WorkerEnvironment.RuntimeFolder!, StringComparison.Ordinal);

    private async Task<ProbeReport> ProbeAsync(SandboxMode sandbox)
    {
        var settings = new WorkerSettings(Environment.ProcessId, sandbox, 1 << 30, 60, _data.FullName);

        // A careless parent leaves a file of the library open for whoever comes after it.
        string[] careless = ["-c", """exec 9<"$0/secret"; exec "$@" """, _data.FullName, Path.Combine(WorkerEnvironment.RuntimeFolder!, "dotnet")];
        var start = new ProcessStartInfo(
            "/bin/sh", [.. careless, typeof(ProbeProgram).Assembly.Location, ProbeProgram.Name, .. settings.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        start.Environment.Clear();
        foreach (var (name, value) in WorkerEnvironment.For(settings.MaxMemoryBytes))
        {
            start.Environment[name] = value;
        }

        // The kernel kills a worker when the thread that started it ends, so one thread stays until all is read.
        return await Task.Factory.StartNew(
            () =>
            {
                using var process = Process.Start(start)!;
                var said = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                Assert.True(said.Length > 0, process.StandardError.ReadToEnd());
                return JsonSerializer.Deserialize<ProbeReport>(said)!;
            },
            TaskCreationOptions.LongRunning);
    }
}
