using Microsoft.Extensions.Hosting;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Library;

/// <summary>Opens the library before any other service starts, Kestrel included, and closes it after all of them have stopped.</summary>
internal sealed class LibraryStartup(
    DataDirectory directory, UploadsFolder uploads, JsonImageCatalog catalogue, AccessLogs access, LostCatalogue lost, OrphanSweep sweep)
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
        await access.DisposeAsync();
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
        RestoreMark.Refuse(directory);
        if (lost.IsGone)
        {
            throw lost.Gone();
        }

        LostAccounts.Refuse(directory.Root);
        var removed = await catalogue.OpenAsync(directory.Root, cancellationToken);
        await access.OpenAsync(directory.Root, cancellationToken);
        TidyUp(removed, cancellationToken);
    }

    private void TidyUp(IReadOnlySet<ImageId> removed, CancellationToken cancellationToken)
    {
        var unknown = UnknownFolders.Find(uploads, catalogue.Contains, removed.Contains);
        if (lost.Lacks(catalogue.Count, unknown.Unlisted))
        {
            throw lost.Lacking(unknown.Unlisted.Count);
        }

        directory.ClearStaging();
        sweep.SetAsideRemoved(unknown.Removed, cancellationToken);
        sweep.SetAsideUnlisted(unknown.Unlisted, cancellationToken);
        sweep.Purge();
    }
}
