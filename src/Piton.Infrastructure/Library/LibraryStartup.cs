using Microsoft.Extensions.Hosting;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Library;

/// <summary>Opens the library before any other service starts, Kestrel included, and closes it after all of them have stopped.</summary>
internal sealed class LibraryStartup(DataDirectory directory, JsonImageCatalog catalogue, LostCatalogue lost, OrphanSweep sweep)
    : IHostedLifecycleService, IAsyncDisposable
{
    private DataDirectoryLock? _lock;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library in {directory.Root} cannot be opened: {e.Message}", e);
        }
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await catalogue.DisposeAsync();
        _lock?.Dispose();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        DataDirectoryOwner.Become(directory);
        directory.Create();
        _lock = DataDirectoryLock.Take(directory);
        if (lost.IsGone)
        {
            throw lost.Refusal();
        }

        await catalogue.OpenAsync(directory.Root, cancellationToken);
        if (lost.IsBlank(catalogue.Count))
        {
            throw lost.Refusal();
        }

        directory.ClearStaging();
        sweep.MoveAside(catalogue.Contains, cancellationToken);
        sweep.Purge();
    }
}
