using System.Net;

namespace Piton.Web.Tests.Decoder;

/// <summary>The wall between pictures and the server, as clients and operators see it.</summary>
public sealed class DecoderTests : IDisposable
{
    private const string OneAtOnce = "--Piton:Conversions:Running=1";
    private const int Whole = 2;

    private static readonly string[] Decoders = ["libvips", "libmagic", "NetVips.dll", "Mime.dll", "Magick"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-decoder-");

    private string DataDirectory => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Upload_WhenItIsConverted_ShouldLoadNoDecoderIntoTheServer()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce);
        var workers = await Workers.WholeAsync(DataDirectory, Whole);
        await piton.Client.UploadAsync(TestImages.Jpeg());

        var server = await File.ReadAllTextAsync($"/proc/{piton.Id}/maps");
        var worker = await File.ReadAllTextAsync($"/proc/{workers[0]}/maps");

        Assert.Contains("Piton.Infrastructure.dll", server, StringComparison.Ordinal);
        Assert.All(Decoders, decoder => Assert.DoesNotContain(decoder, server, StringComparison.Ordinal));
        Assert.Contains("libvips", worker, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenWorkersAreKilledInItsMidst_ShouldAnswer503AndTheNextOneSucceed()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce);
        var victims = await Workers.WholeAsync(DataDirectory, Whole);
        Workers.Signal(victims, "STOP");
        var upload = SendAsync(piton, TestImages.Jpeg());
        await UnderWayAsync(victims);

        Workers.Signal(victims, "KILL");

        using var answer = await upload;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("interrupted", (await answer.JsonAsync()).Text("code"));
        Assert.NotNull(answer.Headers.RetryAfter);
        using var next = await SendAsync(piton, TestImages.Jpeg());
        Assert.Equal(HttpStatusCode.Created, next.StatusCode);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(DataDirectory, "staging")));
    }

    [Fact]
    public async Task Upload_WhenTheQueueIsFull_ShouldAnswer503WhileTheFirstStillRuns()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce, "--Piton:Conversions:Waiting=0");
        var workers = await Workers.WholeAsync(DataDirectory, Whole);
        Workers.Signal(workers, "STOP");
        var first = SendAsync(piton, TestImages.Jpeg());
        await UnderWayAsync(workers);

        using var second = await SendAsync(piton, TestImages.Jpeg());

        Assert.False(first.IsCompleted);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal("busy", (await second.JsonAsync()).Text("code"));
        Assert.NotNull(second.Headers.RetryAfter);
        Workers.Signal(workers, "CONT");
        using var answer = await first;
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    public async Task Upload_WhenTheClientHangsUp_ShouldEndItsWorker()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce);
        var victims = await Workers.WholeAsync(DataDirectory, Whole);
        Workers.Signal(victims, "STOP");
        using var hangUp = new CancellationTokenSource();
        using var form = Uploads.Form(TestImages.Jpeg());
        var upload = piton.Client.PostAsync(Uploads.Api, form, hangUp.Token);
        await UnderWayAsync(victims);

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        await Eventually.HoldsAsync(() => Workers.Of(DataDirectory).Intersect(victims).Count() < victims.Count, Workers.Patience, "a worker is gone");
        Workers.Signal(victims, "CONT");
    }

    [Fact]
    public async Task Kill_WhenTheServerDies_ShouldLeaveNoWorker()
    {
        var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce);
        await Workers.WholeAsync(DataDirectory, Whole);
        Workers.Signal(Workers.Of(DataDirectory), "STOP");

        await piton.DisposeAsync();

        await Eventually.HoldsAsync(() => Workers.Of(DataDirectory).Count == 0, Workers.Patience, "no worker is left");
    }

    [Fact]
    public async Task Ready_WhenTheSandboxIsOff_ShouldBeDegradedAndStillAnswer200()
    {
        await using var piton = await PitonProcess.ServeAsync(DataDirectory, OneAtOnce, "--Piton:Decoder:Sandbox=Off");

        using var ready = await piton.Client.GetAsync("/health/ready");

        var answer = await ready.JsonAsync();
        Assert.Equal((HttpStatusCode.OK, "degraded"), (ready.StatusCode, answer.Text("status")));
        Assert.Contains("Piton:Decoder:Sandbox", answer.GetProperty("reasons")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Piton:Decoder:Sandbox=Maybe", "Sandbox")]
    [InlineData("--Piton:Decoder:JobsPerWorker=0", "Piton:Decoder:JobsPerWorker is 0. Give it 1")]
    [InlineData("--Piton:Decoder:MaxCpuSeconds=0", "Piton:Decoder:MaxCpuSeconds is 0. Give it 1")]
    [InlineData("--Piton:Decoder:MaxMemoryBytes=1000", "Piton:Decoder:MaxMemoryBytes is 1000. Give it at least")]
    [InlineData("--Piton:Limits:MaxFileBytes=268435457", "for which a decoder of Piton:Decoder:MaxMemoryBytes (2147483648) has no room. Give it at most 268435456")]
    public async Task Serve_WhenAnOptionMakesNoSense_ShouldExit1AndSayWhich(string setting, string said)
    {
        var run = await PitonProcess.RunAsync("serve", setting, "--Piton:DataDirectory", DataDirectory);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecodeWorker_WhenAPersonCallsIt_ShouldExit2()
    {
        var run = await PitonProcess.RunAsync("decode-worker");

        Assert.Equal(2, run.ExitCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(PitonProcess piton, byte[] picture)
    {
        using var form = Uploads.Form(picture);
        return await piton.Client.PostAsync(Uploads.Api, form);
    }

    /// <summary>Waits until one of the stopped workers has been written to: only a request fills a pipe that nobody reads.</summary>
    private static Task UnderWayAsync(IReadOnlyList<int> workers) => Eventually.HoldsAsync(() => workers.Any(HasInput), Workers.Patience, "a worker has a picture before it");

    private static bool HasInput(int process)
    {
        using var input = new FileStream($"/proc/{process}/fd/0", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        return PipeBytes.Waiting(input.SafeFileHandle) > 0;
    }
}
