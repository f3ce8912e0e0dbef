using System.Diagnostics;

namespace Piton.Infrastructure.Telemetry;

/// <summary>Measures one flush, from here until it is disposed of, whether it succeeds or not.</summary>
internal readonly struct FlushTimer(string target) : IDisposable
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public void Dispose() => InfrastructureTelemetry.Flushes.Record(
        Stopwatch.GetElapsedTime(_start).TotalSeconds, new KeyValuePair<string, object?>("target", target));
}
