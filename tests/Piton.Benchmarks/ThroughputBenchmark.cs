using System.Diagnostics;

namespace Piton.Benchmarks;

/// <summary>How many small photographs a second several people can upload at once.</summary>
internal sealed class ThroughputBenchmark : IBenchmark
{
    private const int Clients = 4;
    private const int EachWarmUp = 5;
    private const int Each = 40;
    private const int EachSmall = 300;
    private const double LeastAMinute = 1200;
    private const int EncodingRounds = 15;

    public string Name => "throughput";

    public async IAsyncEnumerable<Row> RunAsync()
    {
        var jpeg = Pictures.Photograph(900, 667);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, jpeg);
        var encoding = BareLibvips.CpuSeconds(path, EncodingRounds, all: true);
        File.Delete(path);
        File.Delete(path + ".out");

        await using var piton = await PitonUnderTest.StartAsync();
        await piton.WarmUpAsync();
        await UploadAsync(piton, jpeg, EachWarmUp);
        var start = Stopwatch.GetTimestamp();
        await UploadAsync(piton, jpeg, Each);
        var rate = Clients * Each / Stopwatch.GetElapsedTime(start).TotalSeconds;

        // As many as an account is to be let do in a minute: one that is refused ends this.
        var small = Pictures.Photograph(320, 240);
        start = Stopwatch.GetTimestamp();
        await UploadAsync(piton, small, EachSmall);
        var aMinute = Clients * EachSmall / Stopwatch.GetElapsedTime(start).TotalMinutes;

        var cores = Environment.ProcessorCount;
        yield return new Row(
            "uploads a second, 0.6 MP JPEG, four clients",
            "report",
            Row.Text($"{rate:0.0} on {cores} cores; decoding and encoding alone allow {cores / encoding:0.0}"),
            null);
        yield return Row.AtLeast("uploads a minute by one account, 0.08 MP JPEG, four clients, none refused", LeastAMinute, aMinute);
    }

    private static Task UploadAsync(PitonUnderTest piton, byte[] jpeg, int each) => Task.WhenAll(
        Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (var upload = 0; upload < each; upload++)
            {
                await piton.UploadAsync(Pictures.Another(jpeg));
            }
        }));
}
