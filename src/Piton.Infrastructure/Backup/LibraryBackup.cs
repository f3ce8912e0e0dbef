using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Backup;

/// <summary>Backups in folders. What goes wrong with the disks becomes a refusal that says what it left behind.</summary>
internal sealed class LibraryBackup(DataDirectory library, JsonImageCatalog catalogue, LogSnapshots logs, IStoreDisk disk, TimeProvider clock)
    : ILibraryBackup
{
    private readonly BackupFiles _files = new(disk);

    public Task<BackupReport> BackUpAsync(string folder, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var backup = Locate(folder);
        return GuardAsync($"The backup in {backup.Root} could not be made, and an earlier one is as it was", async () =>
        {
            using var held = BackupHold.TakeForRun(backup, library, disk);
            return await new BackupRun(library, catalogue, logs, _files, clock, backup).RunAsync(progress, cancellationToken);
        }, cancellationToken);
    }

    public Task<LibraryReport> InspectAsync(string folder, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var backup = Locate(folder);
        return GuardAsync($"The backup in {backup.Root} could not be verified to the end", () =>
        {
            using var held = BackupHold.TakeToRead(backup);
            return Task.FromResult(new BackupSurvey(backup, progress).Run(cancellationToken));
        }, cancellationToken);
    }

    public Task<LibraryReport> RestoreAsync(string folder, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var backup = Locate(folder);
        return GuardAsync($"The backup in {backup.Root} could not be restored into {library.Root}", async () =>
        {
            DataDirectoryOwner.Become(library);
            using var held = BackupHold.TakeToRead(backup);
            var restore = new LibraryRestore(library, _files, backup, progress);
            restore.RefuseUnlessEmpty();
            var report = new BackupSurvey(backup, progress).Run(cancellationToken);
            if (report.IsWhole)
            {
                await restore.RunAsync(report.Files, cancellationToken);
            }

            return report;
        }, cancellationToken);
    }

    private static BackupDirectory Locate(string folder) => Path.IsPathFullyQualified(folder) && folder != "/"
        ? new BackupDirectory(folder)
        : throw new LibraryException($"“{folder}” is no folder for a backup. Give its whole path.");

    private static Task<T> GuardAsync<T>(string what, Func<Task<T>> work, CancellationToken cancellationToken) => Task.Run(async () =>
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new LibraryException(
                $"{what}: {e.Message}{(e is UnauthorizedAccessException ? $" Piton runs as user {Posix.EffectiveUser()} here, who has to be let in." : "")}", e);
        }
    }, cancellationToken);
}
