namespace Piton.Web.CommandLine;

/// <summary>Stands where the host would listen for signals: a command hears them itself, and nothing else tells it to stop.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
