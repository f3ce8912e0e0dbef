using System.Diagnostics;
using System.Diagnostics.Metrics;
using Piton.Application.Telemetry;
using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>
/// Lets as many conversions run as there are cores, and so many more wait that nobody waits for long. Bytes have arrived whole before
/// their sender takes a place here, so a slow sender blocks nobody.
/// </summary>
public sealed class ConversionQueue : IDisposable
{
    private readonly ConversionQueueLimits _limits;
    private readonly SemaphoreSlim _running;

    // Of this queue alone, so that nobody asks it any more once it is gone.
    private readonly Meter _meter = new(ApplicationTelemetry.Name);
    private int _places;

    public ConversionQueue(ConversionQueueLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        _running = new SemaphoreSlim(limits.Running);
        _places = limits.Running + limits.Waiting;
        _meter.CreateObservableUpDownCounter("piton.conversions", Count, "{conversion}", "Conversions under way, by whether they run or wait for their turn.");
        _meter.CreateObservableUpDownCounter("piton.conversions.max", Most, "{conversion}", "Conversions that may run, and that may wait; above that, uploads are told that the server is busy.");
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>A place to be disposed of after the conversion; null, at once, where too many wait already.</returns>
    public async Task<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Decrement(ref _places) < 0)
        {
            Interlocked.Increment(ref _places);
            return null;
        }

        try
        {
            await WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Interlocked.Increment(ref _places);
            throw;
        }

        return new Place(this);
    }

    public void Dispose()
    {
        _meter.Dispose();
        _running.Dispose();
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var step = ApplicationTelemetry.Activities.StartActivity("conversion.wait");
        var start = Stopwatch.GetTimestamp();
        await _running.WaitAsync(cancellationToken);
        ApplicationTelemetry.CountWait(start);
    }

    private void Leave()
    {
        _running.Release();
        Interlocked.Increment(ref _places);
    }

    private Measurement<int>[] Count()
    {
        var running = _limits.Running - _running.CurrentCount;
        return ByState(running, _limits.Running + _limits.Waiting - Volatile.Read(ref _places) - running);
    }

    private Measurement<int>[] Most() => ByState(_limits.Running, _limits.Waiting);

    // Places change hands while they are counted, and whoever is about to be refused has taken one for a moment.
    private Measurement<int>[] ByState(int running, int waiting) =>
    [
        new(running, new KeyValuePair<string, object?>("state", "running")),
        new(Math.Clamp(waiting, 0, _limits.Waiting), new KeyValuePair<string, object?>("state", "waiting")),
    ];

    private sealed class Place(ConversionQueue queue) : IDisposable
    {
        private ConversionQueue? _queue = queue;

        public void Dispose() => Interlocked.Exchange(ref _queue, null)?.Leave();
    }
}
