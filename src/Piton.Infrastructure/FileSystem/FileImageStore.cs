using Piton.Domain.Images;
using Piton.Infrastructure.Telemetry;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The store in folders: an image is one folder, which appears whole by a rename and goes whole by another.</summary>
internal sealed class FileImageStore(DataDirectory directory, StagingBudget budget, DurableFiles disk, DiskHealth health) : IImageStore
{
    private const int Shards = 256;

    private readonly Lock _shardGate = new();
    private readonly bool[] _shardIsOnDisk = new bool[Shards];

    public async Task<StageResult> StageAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        using var step = InfrastructureTelemetry.Activities.StartActivity("store.stage");
        var upload = new StagedUpload(directory.NewStagingPath(), budget);
        StageOutcome? outcome = null;
        try
        {
            outcome = await upload.ReceiveAsync(content, maxBytes, cancellationToken);
            return new StageResult(outcome.Value, outcome == StageOutcome.Staged ? upload : null);
        }
        finally
        {
            if (outcome != StageOutcome.Staged)
            {
                upload.GiveUp();
            }
        }
    }

    public Task<CommitOutcome> CommitAsync(
        IStagedUpload upload, Image image, IReadOnlyList<EncodedRendition> files, CancellationToken cancellationToken)
    {
        using var step = InfrastructureTelemetry.Activities.StartActivity("store.commit");
        var staged = upload as StagedUpload ?? throw new ArgumentException("Not staged by this store.", nameof(upload));
        try
        {
            return Task.FromResult(health.IsReadOnly ? CommitOutcome.ReadOnly : Commit(staged, image, files, cancellationToken));
        }
        catch (IOException e) when (e.IsFull())
        {
            return Task.FromResult(CommitOutcome.DiskFull);
        }
        catch (IOException) when (health.IsReadOnly)
        {
            return Task.FromResult(CommitOutcome.ReadOnly);
        }
        finally
        {
            staged.GiveUp();
        }
    }

    public Task<Stream?> OpenAsync(ImageId id, Rendition rendition, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = $"{directory.FolderOf(id)}/{rendition.FileName}";
        var file = StoredFile.Open(path);
        if (file is null || file.Length == rendition.Bytes)
        {
            return Task.FromResult<Stream?>(file);
        }

        using (file)
        {
            throw new InvalidDataException($"{path} has {file.Length} bytes and not the {rendition.Bytes} that were stored. Run piton verify.");
        }
    }

    public Task<Stream?> OpenOriginalAsync(ImageId id, ImageSource source, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(
            source.Kept ? StoredFile.Open($"{directory.FolderOf(id)}/{ImageFolder.OriginalFile(source)}") : null);

    public Task DeleteAsync(ImageId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Delete(id);
        return Task.CompletedTask;
    }

    private CommitOutcome Commit(StagedUpload staged, Image image, IReadOnlyList<EncodedRendition> files, CancellationToken cancellationToken)
    {
        ImageFolder.Write(disk, staged, image, files, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        Publish(staged, image.Id);
        return CommitOutcome.Committed;
    }

    private void Publish(StagedUpload staged, ImageId id)
    {
        EnsureShard(id);
        Directory.Move(staged.Folder, directory.FolderOf(id));
        try
        {
            disk.FlushFolder(directory.ShardOf(id));
        }
        catch (IOException)
        {
            // Not flushed again: should a power cut bring the folder back, no line knows it.
            Directory.Move(directory.FolderOf(id), staged.Folder);
            throw;
        }

        staged.Release();
    }

    // Synced once a process even where it was there: the one that created it may have died before it synced.
    private void EnsureShard(ImageId id)
    {
        var shard = (int)(id.Value >> 120);
        lock (_shardGate)
        {
            if (_shardIsOnDisk[shard])
            {
                return;
            }

            Posix.MakeDirectory(directory.ShardOf(id), DataDirectory.SharedMode);
            disk.FlushFolder(directory.Uploads);
            _shardIsOnDisk[shard] = true;
        }
    }

    private void Delete(ImageId id)
    {
        var doomed = directory.NewStagingPath();
        try
        {
            Directory.Move(directory.FolderOf(id), doomed);
        }
        catch (DirectoryNotFoundException)
        {
            return;
        }

        disk.FlushFolder(directory.ShardOf(id));
        Directory.Delete(doomed, recursive: true);
    }
}
