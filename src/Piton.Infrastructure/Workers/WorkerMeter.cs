using System.Diagnostics.Metrics;
using System.Text.Json;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.Workers;

/// <summary>Counts the workers of one pool, and those that have ended.</summary>
internal sealed class WorkerMeter : IDisposable
{
    private readonly Meter _meter = new(InfrastructureTelemetry.Name);
    private int _alive;
    private int _busy;

    public WorkerMeter() =>
        _meter.CreateObservableUpDownCounter("piton.workers", ByState, "{worker}", "Decoder processes, by whether they are busy or idle.");

    public void Started() => Interlocked.Increment(ref _alive);

    public void Lent() => Interlocked.Increment(ref _busy);

    public void TakenBack() => Interlocked.Decrement(ref _busy);

    public void Ended(int exitCode)
    {
        Interlocked.Decrement(ref _alive);
        var reason = JsonNamingPolicy.SnakeCaseLower.ConvertName(WorkerEnds.Of(exitCode).ToString());
        InfrastructureTelemetry.WorkerEnds.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }

    public void Dispose() => _meter.Dispose();

    // One that ends in the midst of a job is gone before it is taken back.
    private Measurement<int>[] ByState()
    {
        var (alive, busy) = (Volatile.Read(ref _alive), Volatile.Read(ref _busy));
        return
        [
            new(Math.Min(busy, alive), new KeyValuePair<string, object?>("state", "busy")),
            new(Math.Max(alive - busy, 0), new KeyValuePair<string, object?>("state", "idle")),
        ];
    }
}
