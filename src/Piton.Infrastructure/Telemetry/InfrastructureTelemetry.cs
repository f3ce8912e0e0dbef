using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Piton.Infrastructure.Telemetry;

/// <summary>What Infrastructure measures. Names and units are those of OpenTelemetry.</summary>
internal static class InfrastructureTelemetry
{
    /// <summary>Under which the measurements and the steps of requests are found.</summary>
    public const string Name = "Piton.Infrastructure";

    // From a disk with a cache that outlives a power cut to one that is about to fail.
    private static readonly double[] Seconds = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private static readonly Meter Meter = new(Name);

    /// <summary>By <c>target</c>: a <c>file</c> of a picture, a <c>folder</c> or a <c>log</c>.</summary>
    public static Histogram<double> Flushes { get; } = Meter.CreateHistogram(
        "piton.fsync.duration", "s", "Time until the disk had what was written, by what it was.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    /// <summary>By <c>reason</c>.</summary>
    public static Counter<long> WorkerEnds { get; } = Meter.CreateCounter<long>(
        "piton.worker.ends", "{worker}", "Decoder processes that ended, by why: crashed, over_time, or interrupted by Piton or from outside.");

    /// <summary>The steps of requests.</summary>
    public static ActivitySource Activities { get; } = new(Name);
}
