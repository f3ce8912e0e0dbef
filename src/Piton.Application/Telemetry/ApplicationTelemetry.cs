using System.Diagnostics;
using System.Diagnostics.Metrics;
using Piton.Domain.Images;

namespace Piton.Application.Telemetry;

/// <summary>What Application measures. Names and units are those of OpenTelemetry; nothing that a person sent is ever part of a measurement.</summary>
internal static class ApplicationTelemetry
{
    /// <summary>Under which the measurements and the steps of requests are found.</summary>
    public const string Name = "Piton.Application";

    // From a small picture to the most that a conversion may take.
    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "piton.refusals", "{refusal}", "Requests that were refused, by the request and the code that its sender was told.");

    private static readonly Counter<long> Uploads = Meter.CreateCounter<long>(
        "piton.uploads", "{upload}", "Files that were sent, by what became of each.");

    private static readonly Counter<long> SourceBytes = Meter.CreateCounter<long>(
        "piton.uploads.source", "By", "Bytes of the sources of new images, as they were sent.");

    private static readonly Counter<long> FullBytes = Meter.CreateCounter<long>(
        "piton.uploads.full", "By", "Bytes of the largest renditions of new images; the sources less these are the bytes that conversion saved.");

    private static readonly Histogram<double> Conversions = Histogram(
        "piton.conversion.duration", "Time that a conversion took, its header read and its pixels decoded, by the format of the source and the outcome.");

    private static readonly Histogram<double> Waits = Histogram("piton.conversion.wait", "Time that an upload waited for its turn to be converted.");

    /// <summary>The requests under way, and their steps.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    public static void CountRefusal(string request, string code) => Refusals.Add(1, new("request", request), new("code", code));

    /// <param name="outcome">One of a few words.</param>
    public static void CountUpload(string outcome) => Uploads.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void CountBytes(Image image)
    {
        SourceBytes.Add(image.Source.Bytes);
        FullBytes.Add(image.Source.Bytes - image.Conversion.SavedBytes);
    }

    /// <param name="format">That of the source.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="start">When it began, by <see cref="Stopwatch.GetTimestamp"/>.</param>
    public static void CountConversion(ImageFormat format, ConvertOutcome outcome, long start) =>
        Conversions.Record(Elapsed(start), new("format", Word(format)), new("outcome", Word(outcome)));

    public static void CountWait(long start) => Waits.Record(Elapsed(start));

    private static Histogram<double> Histogram(string name, string description) => Meter.CreateHistogram(
        name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    private static double Elapsed(long start) => Stopwatch.GetElapsedTime(start).TotalSeconds;

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
