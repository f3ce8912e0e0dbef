using System.Diagnostics.Metrics;

namespace Piton.Web.Telemetry;

/// <summary>What Web measures. Names and units are those of OpenTelemetry; nothing that a person sent is ever part of a measurement.</summary>
internal static class WebTelemetry
{
    private static readonly Meter Meter = new("Piton.Web");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "piton.failures", "{failure}", "Requests that were answered with a failure, by the code that their sender was told. A form that is shown again is counted among the refusals alone.");

    /// <param name="code">One of the stable codes.</param>
    public static void CountFailure(string code) => Failures.Add(1, new KeyValuePair<string, object?>("code", code));
}
