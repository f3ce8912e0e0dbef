extern alias sample;

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using sample::Piton.Extension.Sample.Behaviors;

namespace Piton.Web.Tests.Extension;

/// <summary>Listens to what the sample's behaviour counts.</summary>
internal sealed class RequestCounts : IDisposable
{
    private readonly ConcurrentBag<string> _requests = [];
    private readonly MeterListener _listener = new();

    public RequestCounts()
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == SampleMeter.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) => _requests.Add((string)tags[0].Value!));
        _listener.Start();
    }

    public int Of(string request) => _requests.Count(counted => counted == request);

    public void Dispose() => _listener.Dispose();
}
