using Microsoft.Extensions.Hosting;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Workers;

/// <summary>
/// Starts the workers once the library is open, and stops the start of a server that must not be shown hostile bytes. A process in which no conversion may run needs none.
/// </summary>
internal sealed class WorkersStartup(WorkerPool pool, ConversionQueueLimits limits) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => limits.Running > 0 ? pool.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => pool.StopAsync();
}
