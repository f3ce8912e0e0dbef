using System.Diagnostics.Metrics;
using System.Text.Json;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.Workers;

/// <summary>Counts the workers of one pool, and those that have ended.</summary>
internal sealed class WorkerMeter : IDisposable
{
    private readonly Meter _meter = new(InfrastructureTelemetry.Name);
    private int _alive;

    /// <param name="idle">How many wait for work.</param>
    public WorkerMeter(Func<int> idle) => _meter.CreateObservableUpDownCounter(
        "piton.workers", () => ByState(idle()), "{worker}", "Decoder processes, by whether they are busy or idle.");

    public void Started() => Interlocked.Increment(ref _alive);

    public void Ended(int exitCode)
    {
        Interlocked.Decrement(ref _alive);
        var reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(WorkerEnds.Of(exitCode).ToString());
        InfrastructureTelemetry.WorkerEnds.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }

    public void Dispose() => _meter.Dispose();

    // One that ended while it was idle is counted as that until the next loan passes it over.
    private Measurement<int>[] ByState(int idle)
    {
        var alive = Volatile.Read(ref _alive);
        return
        [
            new(Math.Max(alive - idle, 0), new KeyValuePair<string, object?>("state", "busy")),
            new(Math.Min(idle, alive), new KeyValuePair<string, object?>("state", "idle")),
        ];
    }
}
