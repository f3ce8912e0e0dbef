using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Telemetry;

/// <summary>Tells how the library and its disk are, whenever somebody collects measurements.</summary>
internal sealed class LibraryGauges(IDiskSpace disk, StagingBudget staging, ILibraryHealth health) : IHostedService, IDisposable
{
    // Of this library alone, so that nobody asks any more once it is closed.
    private readonly Meter _meter = new(InfrastructureTelemetry.Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _meter.CreateObservableGauge("piton.disk.free", () => disk.FreeBytes, "By", "Bytes that Piton can still write to the disk of the library.");
        _meter.CreateObservableGauge("piton.disk.size", () => disk.TotalBytes, "By", "Bytes that the disk of the library holds in all.");
        _meter.CreateObservableUpDownCounter("piton.staging.used", () => staging.Taken, "By", "Bytes of all uploads under way.");
        _meter.CreateObservableGauge("piton.library.read_only", () => health.IsReadOnly ? 1 : 0, null, "1 where the library takes no changes until Piton is started again, else 0.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();
}
