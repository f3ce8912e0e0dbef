using Microsoft.Extensions.Hosting;

namespace Piton.Infrastructure.Vips;

/// <summary>Stops the start of a server whose libvips is not fit to be shown hostile bytes.</summary>
internal sealed class VipsStartup : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        VipsRuntime.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
