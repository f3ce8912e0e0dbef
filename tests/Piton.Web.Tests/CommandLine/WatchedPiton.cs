using System.Diagnostics;
using System.Globalization;

namespace Piton.Web.Tests.CommandLine;

/// <summary>Piton as a process of its own that is watched from its first moment, before it says anything.</summary>
internal sealed class WatchedPiton : IDisposable
{
    private readonly string _dataDirectory;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    /// <param name="folder">Where it is called.</param>
    /// <param name="data">The data folder in that one.</param>
    /// <param name="words">The command.</param>
    public WatchedPiton(string folder, string data, params string[] words)
    {
        _dataDirectory = Path.Combine(folder, data);
        _process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "piton"), [.. words, "--Piton:DataDirectory", _dataDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Whether there is a decoder of its library, ready or not.</summary>
    public bool HasDecoder => Directory.GetDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])).Any(IsDecoder);

    /// <summary>Tells it to stop, as a service manager does (SIGTERM).</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end.</summary>
    /// <exception cref="TimeoutException">It does not come within a minute.</exception>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return (_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private bool IsDecoder(string folder)
    {
        try
        {
            var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
            return command.Contains(_dataDirectory, StringComparison.Ordinal) && command.Contains("decode-worker", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
