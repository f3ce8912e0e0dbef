namespace Piton.Web.Tests.CommandLine;

/// <summary>A stop that does not wait until Piton has started.</summary>
public sealed class StoppedStartTests : IDisposable
{
    private const int MostTries = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-start-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0, "http://127.0.0.1", "serve", "--urls", "http://127.0.0.1:0")]
    [InlineData(1, "there is no administrator", "import", "pictures")]
    public async Task Start_WhenItIsStoppedWhileTheFirstDecoderStarts_ShouldEndWithoutAStack(int exitCode, string saidOnceStarted, params string[] words)
    {
        _folder.CreateSubdirectory("pictures");
        var isInTime = false;
        for (var number = 0; !isInTime && number < MostTries; number++)
        {
            using var piton = new WatchedPiton(_folder.FullName, $"data-{number}", words);
            await Eventually.HoldsAsync(() => piton.HasDecoder, Patience, "a decoder started");

            await piton.TerminateAsync();
            var (ended, output, errors) = await piton.EndAsync();

            Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
            isInTime = !$"{output}{errors}".Contains(saidOnceStarted, StringComparison.Ordinal);
            Assert.True(!isInTime || ended == exitCode, errors);
        }

        Assert.True(isInTime, "Each of the stops came when the start was over.");
    }
}
