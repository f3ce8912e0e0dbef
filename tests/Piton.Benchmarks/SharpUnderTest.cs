using System.Diagnostics;
using System.Globalization;

namespace Piton.Benchmarks;

/// <summary>The npm package sharp in a process of its own, which makes the same renditions of one picture as often as it is told to.</summary>
internal sealed class SharpUnderTest : IDisposable
{
    private readonly Process _process;

    private SharpUnderTest(Process process) => _process = process;

    /// <summary>Starts it; <c>build/bench</c> has installed the package.</summary>
    public static SharpUnderTest Start(string picture) => new(Process.Start(new ProcessStartInfo(
        "node", [Path.Combine(Repository.Root, "tests", "Piton.Benchmarks", "Sharp", "renditions.js"), picture])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>Makes the renditions once.</summary>
    /// <returns>Seconds of processor time.</returns>
    public async Task<double> MakeAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var said = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("sharp ended.");
        return double.Parse(said, CultureInfo.InvariantCulture) / 1e6;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
