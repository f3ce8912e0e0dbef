using System.Diagnostics;
using Xunit.Abstractions;

namespace Piton.Web.Tests.Crash;

/// <summary>A few points of what <c>build/faults</c> does at each call, and to disks; and a short <c>build/soak</c>.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const string Loops = "/dev/loop-control";

    [Fact]
    public Task Faults_AtAFewCalls_ShouldLoseNothing() => RunAsync("sample");

    [SkippableFact]
    public async Task Disks_WhenTheyFillUpOrLoseTheirPower_ShouldLoseNothing()
    {
        Skip.IfNot(Environment.IsPrivilegedProcess && File.Exists(Loops), $"To mount disks takes root and {Loops}.");

        await RunAsync("disks", "sample");
    }

    private async Task RunAsync(params string[] part)
    {
        using var faults = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Piton.Faults"), part)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (faults.StandardOutput.ReadToEndAsync(), faults.StandardError.ReadToEndAsync());
        await faults.WaitForExitAsync();

        output.WriteLine(await said);
        Assert.True(faults.ExitCode == 0, await said + await complained);
    }
}
