using System.Text;

namespace Piton.Web.Tests.Telemetry;

/// <summary>Piton as its operator watches it: measurements, traces and logs, with one conversion at once and one that waits.</summary>
public sealed class ObservedPiton : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>One that works, and one in reserve.</summary>
    public const int Workers = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-observed-");
    private PitonProcess? _process;

    internal PitonProcess Process => _process!;

    internal TraceCollector Collector { get; } = new();

    internal string DataDirectory => Path.Combine(_folder.FullName, "data");

    public async Task InitializeAsync()
    {
        await Collector.StartAsync();
        _process = await PitonProcess.ServeInAsync(
            new()
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
            },
            DataDirectory,
            "--Piton:Conversions:Running=1", "--Piton:Conversions:Waiting=1", "--Piton:Logs:Format=Json", "--Logging:LogLevel:Default=Debug");
        await LetHappenAsync();
    }

    public async Task DisposeAsync()
    {
        await Process.DisposeAsync();
        await Collector.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal async Task<PrometheusText> ScrapeAsync() => new(await Process.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative)));

    /// <summary>Waits until the measurements say what they should, which they do only every few hundred milliseconds.</summary>
    internal async Task<PrometheusText> ScrapeUntilAsync(Predicate<PrometheusText> condition, string what)
    {
        var last = await ScrapeAsync();
        await Eventually.HoldsAsync(
            async () => condition(last = await ScrapeAsync()), Patience, what);
        return last;
    }

    /// <summary>Sends one file, whatever comes of it.</summary>
    internal async Task<int> SendAsync(byte[] file, string fileName = "holiday.jpg")
    {
        using var form = Uploads.Form(file, fileName);
        using var answer = await Process.Client.PostAsync(Uploads.Api, form);
        return (int)answer.StatusCode;
    }

    /// <summary>Waits until all workers are there.</summary>
    internal Task<IReadOnlyList<int>> WorkersAsync() => Decoder.Workers.WholeAsync(DataDirectory, Workers);

    internal static byte[] NoPicture => Encoding.ASCII.GetBytes("this is no picture");

    // What never happened is not measured.
    private async Task LetHappenAsync()
    {
        Decoder.Workers.Signal([(await WorkersAsync())[0]], "KILL");
        await ScrapeUntilAsync(metrics => metrics.Sum("piton_worker_ends_total", ("reason", "interrupted")) == 1, "the end of a worker is counted");
        await WorkersAsync();
        Assert.Equal(201, await SendAsync(TestImages.Jpeg()));
        Assert.Equal(415, await SendAsync(NoPicture));
        await ScrapeUntilAsync(metrics => metrics.Sum("piton_uploads_total") == 2, "the first uploads are counted");
    }
}
