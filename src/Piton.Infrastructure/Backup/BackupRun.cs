using System.Collections.Concurrent;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// One run of a backup. The logs are taken first: whatever they know is there, unless it is removed for good before it is copied, and then they
/// are told so. The run counts from the moment at which its folder is renamed into place, all of it on disk; only then goes what is out of date.
/// </summary>
internal sealed class BackupRun(
    DataDirectory library, ILibrarySource source, BackupFiles files, TimeProvider clock, BackupDirectory backup)
{
    // Their flushes share the way to disk.
    private const int AtOnce = 4;

    public async Task<BackupReport> RunAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        backup.Pool.ClearStaging();
        try
        {
            return await MakeAsync(progress, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or OperationCanceledException or LibraryException)
        {
            TryClearStaging();
            throw;
        }
    }

    private async Task<BackupReport> MakeAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var draft = new RunDraft(backup.Pool.NewStagingPath(), files);
        var (at, end) = await CopyLogsAsync(draft, cancellationToken);
        draft.CopyKeys(library.Keys);
        var survey = ReadLogs(draft);
        var earlier = EarlierRun.Of(backup);
        new KeyCheck(library, earlier, at).Refuse(draft);
        new AccountCheck(library, earlier).Refuse(draft);
        var copies = new ImageCopies(library, backup, draft.Data, files, source.Contains, earlier);
        using var manifest = new ManifestWriter(BackupDirectory.ManifestOf(draft.Folder), at);
        var absent = await CopyImagesAsync(survey, copies, manifest, progress, cancellationToken);
        draft.Remove([.. absent.Where(image => image.Value).Select(image => image.Key)], end);
        foreach (var folder in draft.Folders)
        {
            manifest.Add(folder);
        }

        copies.Flush();
        var totals = files.Complete(manifest);
        Publish(draft);
        var leftover = RemoveOutdated(id => survey.Knows(id) && !absent.ContainsKey(id));
        return new BackupReport(
            totals.Images, totals.Files, totals.Bytes, copies.Images, copies.Bytes + draft.Folders.Sum(folder => folder.Files.Sum(file => file.Bytes)),
            !earlier.Exists,
            [.. copies.Defects, .. leftover]);
    }

    private async Task<(DateTimeOffset At, LogEnd Catalogue)> CopyLogsAsync(RunDraft draft, CancellationToken cancellationToken)
    {
        var taken = await source.TakeLogsAsync(cancellationToken);
        var at = clock.GetUtcNow();
        try
        {
            foreach (var log in taken)
            {
                cancellationToken.ThrowIfCancellationRequested();
                draft.Copy(log);
            }

            return (at, taken[0].End);
        }
        finally
        {
            foreach (var log in taken)
            {
                log.Dispose();
            }
        }
    }

    // A damaged log is not to take the place of a good one.
    private CatalogueSurvey ReadLogs(RunDraft draft)
    {
        var survey = CatalogueSurvey.Read(draft.Data.Catalogue);
        return survey.Defects.Concat(AccessLogSurvey.Inspect(draft.Data.Root)).FirstOrDefault() is { } defect
            ? throw new LibraryException(
                $"{library.Root}/{defect.Place} is {(defect.Kind == DefectKind.LogMissing ? "missing" : "damaged")}, so that no backup was made of it; an earlier one is as it was. "
                + $"{defect.Detail} Run piton verify.")
            : survey;
    }

    /// <returns>The images that are not in the pool: whether they were removed for good meanwhile, or are damaged in the library.</returns>
    private static async Task<IReadOnlyDictionary<ImageId, bool>> CopyImagesAsync(
        CatalogueSurvey survey,
        ImageCopies copies,
        ManifestWriter manifest,
        IProgress<LibraryProgress>? progress,
        CancellationToken cancellationToken)
    {
        var absent = new ConcurrentDictionary<ImageId, bool>();
        var gate = new Lock();
        var done = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(survey.Images(), parallel, (image, _) =>
        {
            var folder = copies.Keep(image);
            if (folder is not { IsPooled: true })
            {
                absent[image.Id] = folder is null;
            }

            lock (gate)
            {
                if (folder is not null)
                {
                    manifest.Add(folder);
                }

                progress?.Report(new LibraryProgress(++done, survey.Count));
            }

            return ValueTask.CompletedTask;
        });
        return absent;
    }

    private void Publish(RunDraft draft)
    {
        files.FlushTree(draft.Folder);
        var number = backup.RunNumbers() is [.., var newest] ? newest + 1 : 1;
        Directory.Move(draft.Folder, backup.RunFolder(number));
        files.FlushFolder(backup.Runs);
    }

    private IEnumerable<LibraryDefect> RemoveOutdated(Func<ImageId, bool> isPooled)
    {
        try
        {
            // The runs before first, since they name what goes with them.
            foreach (var number in backup.RunNumbers().SkipLast(1))
            {
                Directory.Move(backup.RunFolder(number), backup.Pool.NewStagingPath());
            }

            files.FlushFolder(backup.Runs);
            backup.Pool.ClearStaging();
            foreach (var id in new UploadsFolder(backup.Pool).ImageFolders().Where(id => !isPooled(id)))
            {
                Directory.Delete(backup.Pool.FolderOf(id), recursive: true);
            }

            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [new LibraryDefect(DefectKind.RunLeftover, backup.Root, $"The backup is complete. What is out of date could not be deleted: {e.Message}")];
        }
    }

    // Whatever cannot be deleted now, the next run deletes.
    private void TryClearStaging()
    {
        try
        {
            backup.Pool.ClearStaging();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
