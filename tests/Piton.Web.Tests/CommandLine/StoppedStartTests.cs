namespace Piton.Web.Tests.CommandLine;

/// <summary>A stop that does not wait until Piton has started.</summary>
public sealed class StoppedStartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, "serve", "--urls", "http://127.0.0.1:0")]
    [InlineData(1, "import", ".")]
    public async Task Start_WhenItIsStoppedWhileTheFirstDecoderStarts_ShouldEndWithoutAStack(int exitCode, params string[] words)
    {
        using var piton = new WatchedPiton(Path.Combine(_folder.FullName, "data"), words);
        await Eventually.HoldsAsync(() => piton.HasDecoder, Patience, "a decoder started");

        await piton.TerminateAsync();
        var (ended, _, errors) = await piton.EndAsync().WaitAsync(Patience);

        Assert.True(ended == exitCode, errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
