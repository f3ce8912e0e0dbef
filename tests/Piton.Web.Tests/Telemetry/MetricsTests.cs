using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Piton.Web.Tests.Decoder;

namespace Piton.Web.Tests.Telemetry;

/// <summary>What <c>/metrics</c> tells an operator, and the dashboard that shows it.</summary>
[Collection(ObservedCollection.Name)]
public sealed partial class MetricsTests(ObservedPiton piton)
{
    // Of the requests themselves, which are measured when they have been answered.
    private static readonly string[] Answers = ["200", "201", "415", "422"];

    [Fact]
    public async Task Metrics_WhenPrometheusReadsThem_ShouldSayOfEachWhatItIs()
    {
        var metrics = await piton.ScrapeAsync();

        Assert.Empty(metrics.Unexplained);
        Assert.All(metrics.Samples, sample => Assert.DoesNotContain(sample.Labels.Keys, label => label.StartsWith("otel_", StringComparison.Ordinal)));
        Assert.All(metrics.Names.Where(name => name.EndsWith("_total", StringComparison.Ordinal)), name => Assert.Equal("counter", metrics.TypeOf(name)));
        Assert.Equal(
            ["gauge", "gauge", "gauge", "histogram", "histogram"],
            ((string[])["piton_disk_free_bytes", "piton_conversions", "piton_workers", "piton_fsync_duration_seconds_count", "http_server_request_duration_seconds_bucket"]).Select(metrics.TypeOf));
    }

    [Fact]
    public async Task Metrics_WhenPicturesAreSent_ShouldCountThemByWhatBecameOfThem()
    {
        var before = await piton.ScrapeAsync();
        var picture = TestImages.NoisyJpeg(300, 200);

        Assert.Equal(201, await piton.SendAsync(picture));
        Assert.Equal(200, await piton.SendAsync(picture));
        Assert.Equal(415, await piton.SendAsync(ObservedPiton.NoPicture));
        Assert.Equal(422, await piton.SendAsync(picture[..200]));

        var after = await piton.ScrapeUntilAsync(metrics => Gained(metrics, "piton_uploads_total") == 4 && Answers.All(status => Gained(metrics, "http_server_request_duration_seconds_count", ("http_route", "api/v1/images"), ("http_response_status_code", status)) >= 1),
            "four uploads are counted, and their answers");
        Assert.Equal([1, 1, 2], ((string[])["created", "duplicate", "refused"]).Select(outcome => Gained(after, "piton_uploads_total", ("outcome", outcome))));
        Assert.Equal(1, Gained(after, "piton_refusals_total", ("request", "UploadImage"), ("code", "unsupported_type")));
        Assert.Equal(1, Gained(after, "piton_refusals_total", ("request", "UploadImage"), ("code", "broken_image")));
        Assert.Equal(picture.Length, Gained(after, "piton_uploads_source_bytes_total"));
        Assert.InRange(Gained(after, "piton_uploads_full_bytes_total"), 1, picture.Length);
        Assert.Equal(1, Gained(after, "piton_conversion_duration_seconds_count", ("format", "jpeg"), ("outcome", "converted")));
        Assert.True(Gained(after, "piton_conversion_duration_seconds_sum") > 0);
        Assert.Equal(3, Gained(after, "piton_conversion_wait_seconds_count"));
        Assert.All((string[])["file", "folder", "log"], target => Assert.True(Gained(after, "piton_fsync_duration_seconds_count", ("target", target)) > 0, target));

        double Gained(PrometheusText metrics, string name, params (string, string)[] labels) => metrics.Sum(name, labels) - before.Sum(name, labels);
    }

    [Fact]
    public async Task Metrics_WhenARequestFailsBeforeItIsOne_ShouldCountItByItsCode()
    {
        var before = await piton.ScrapeAsync();

        using var form = new MultipartFormDataContent { { new StringContent("a name and no file"), "name" } };

        using var answer = await piton.Process.Client.PostAsync(Uploads.Api, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await piton.ScrapeUntilAsync(metrics => metrics.Sum("piton_failures_total", ("code", "no_file")) == before.Sum("piton_failures_total", ("code", "no_file")) + 1, "it is counted");
    }

    [Fact]
    public async Task Metrics_WhenTheQueueIsFull_ShouldShowWhoRunsAndWhoWaits()
    {
        var workers = await piton.WorkersAsync();
        Workers.Signal(workers, "STOP");
        var (first, second) = (piton.SendAsync(TestImages.NoisyJpeg(310, 200)), piton.SendAsync(TestImages.NoisyJpeg(320, 200)));

        var busy = await piton.ScrapeUntilAsync(metrics => metrics.Sum("piton_conversions", ("state", "running")) == 1 && metrics.Sum("piton_conversions", ("state", "waiting")) == 1 && metrics.Sum("piton_workers", ("state", "busy")) == 1, "one runs and one waits");
        var before = busy.Sum("piton_refusals_total", ("code", "busy"));
        Assert.Equal(503, await piton.SendAsync(TestImages.NoisyJpeg(330, 200)));

        Assert.Equal([1, 1], [busy.Sum("piton_conversions_max", ("state", "running")), busy.Sum("piton_conversions_max", ("state", "waiting"))]);
        Assert.Equal(1, busy.Sum("piton_workers", ("state", "idle")));
        Assert.True(busy.Sum("piton_staging_used_bytes") > 0);
        Assert.True(busy.Sum("http_server_active_requests") >= 2);
        await piton.ScrapeUntilAsync(metrics => metrics.Sum("piton_refusals_total", ("code", "busy")) == before + 1 && metrics.Sum("piton_uploads_total", ("outcome", "unavailable")) >= 1, "the refusal is counted");
        Workers.Signal(workers, "CONT");
        var answers = await Task.WhenAll(first, second);
        Assert.Equal([201, 201], answers);
        await piton.ScrapeUntilAsync(metrics => metrics.Sum("piton_conversions") == 0 && metrics.Sum("piton_workers", ("state", "idle")) == ObservedPiton.Workers && metrics.Sum("piton_staging_used_bytes") == 0, "all is quiet again");
    }

    [Fact]
    public async Task Metrics_OfTheDisk_ShouldBeThoseOfTheSystem()
    {
        var metrics = await piton.ScrapeAsync();
        var disk = new DriveInfo(piton.DataDirectory);

        Assert.Equal(disk.TotalSize, metrics.Sum("piton_disk_size_bytes"));
        Assert.InRange(metrics.Sum("piton_disk_free_bytes"), 1, disk.TotalSize);
        Assert.Equal(0, metrics.Sum("piton_library_read_only"));
    }

    [Fact]
    public async Task Dashboard_InItsFile_ShouldAskForWhatIsMeasuredAndForAllOfPitonsOwn()
    {
        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(SharedData.Repository, "build", "deploy", "grafana-dashboard.json")));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.Text("expr"))
            .ToList();
        var asked = queries.SelectMany(query => MetricName().Matches(query)).Select(match => match.Value).Distinct().ToList();

        var measured = (await piton.ScrapeAsync()).Names.ToHashSet();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(measured));
        Assert.All(measured.Where(name => name.StartsWith("piton_", StringComparison.Ordinal)), name => Assert.Contains(asked, one => IsOfTheSame(one, name)));
    }

    [Fact]
    public async Task Metrics_WhenNobodySignedIn_ShouldBeRefused()
    {
        using var stranger = new HttpClient { BaseAddress = piton.Process.Client.BaseAddress };

        using var answer = await stranger.GetAsync(new Uri("/metrics", UriKind.Relative));

        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("unauthorized", (await answer.JsonAsync()).Text("code"));
    }

    // A histogram is shown by its buckets, or by its sum and count.
    private static bool IsOfTheSame(string asked, string name) => EndOfHistogram().Replace(asked, "") == EndOfHistogram().Replace(name, "");

    [GeneratedRegex(@"\b(piton|http_server|dotnet|kestrel|process)_[a-z_]+\b(?!\s*=)")]
    private static partial Regex MetricName();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex EndOfHistogram();
}
