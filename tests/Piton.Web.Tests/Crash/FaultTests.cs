using System.Diagnostics;
using Xunit.Abstractions;

namespace Piton.Web.Tests.Crash;

/// <summary>A few points of what <c>build/faults</c> does at each call.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Faults_AtAFewCalls_ShouldLoseNothing()
    {
        using var faults = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Piton.Faults"), ["sample"])
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
