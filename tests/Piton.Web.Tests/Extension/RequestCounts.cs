extern alias sample;

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using sample::Piton.Extension.Sample.Behaviors;

namespace Piton.Web.Tests.Extension;

/// <summary>Listens to what the sample's behaviour counts.</summary>
internal sealed class RequestCounts : IDisposable
{
    private readonly ConcurrentBag<string> requests = [];
    private readonly MeterListener listener = new();

    public RequestCounts()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == SampleMeter.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => requests.Add((string)tags[0].Value!));
        listener.Start();
    }

    public int Of(string request) => requests.Count(counted => counted == request);

    public void Dispose() => listener.Dispose();
}
