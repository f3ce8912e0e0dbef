using Microsoft.Extensions.Hosting;

namespace Piton.Infrastructure.Workers;

/// <summary>Starts the workers once the library is open, and stops the start of a server that must not be shown hostile bytes.</summary>
internal sealed class WorkersStartup(WorkerPool pool) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => pool.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => pool.StopAsync();
}
