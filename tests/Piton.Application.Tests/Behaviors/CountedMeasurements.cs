using System.Diagnostics.Metrics;

namespace Piton.Application.Tests.Behaviors;

/// <summary>Listens to one of Application's counters.</summary>
internal sealed class CountedMeasurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(long Value, string Tags)> _measurements = [];

    public CountedMeasurements(string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == "Piton.Application" && published.Name == instrument)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Add(value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        _listener.Start();
    }

    /// <summary>Each that was counted: the tags and how many.</summary>
    public IReadOnlyList<(long Value, string Tags)> All
    {
        get
        {
            lock (_measurements)
            {
                return [.. _measurements];
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(long value, string tags)
    {
        lock (_measurements)
        {
            _measurements.Add((value, tags));
        }
    }
}
