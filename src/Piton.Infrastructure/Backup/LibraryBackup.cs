using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>Backups in folders. What goes wrong with the disks becomes a refusal that says what it left behind.</summary>
internal sealed class LibraryBackup(DataDirectory library, JsonImageCatalog catalogue, LogSnapshots logs, IStoreDisk disk, DiskHealth health, TimeProvider clock)
    : ILibraryBackup
{
    private readonly BackupFiles _files = new(disk);

    public Task<BackupReport> BackUpAsync(string folder, bool mustExist, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var backup = Locate(folder);
        return GuardAsync($"The backup in {backup.Root} could not be made, and an earlier one is as it was", async () =>
        {
            using var closed = catalogue.IsOpen ? null : HoldClosed();
            using var held = BackupHold.TakeForRun(backup, library, mustExist, disk);
            ILibrarySource source = closed is null ? new OpenLibrary(catalogue, logs) : new ClosedLibrary(library);
            return await new BackupRun(library, source, _files, clock, backup).RunAsync(progress, cancellationToken);
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

    public Task<LibraryReport> RestoreAsync(string folder, bool evenIfDamaged, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
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
            else if (evenIfDamaged)
            {
                return report with { Defects = [.. report.Defects, .. await restore.SalvageAsync(report.Files, cancellationToken)] };
            }

            return report;
        }, cancellationToken);
    }

    // Nothing of the library is written, nor could be.
    private DataDirectoryLock HoldClosed()
    {
        DataDirectoryOwner.Become(library);
        var held = DataDirectoryLock.TakeToRead(library);
        try
        {
            RestoreMark.Refuse(library);
            health.TurnReadOnly("to the data folder", ReadOnlyDisk.Error(library));
            return held;
        }
        catch (LibraryException)
        {
            held.Dispose();
            throw;
        }
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
            throw new LibraryException($"{what}: {e.Message}{AdviceFor(e)}", e);
        }
    }, cancellationToken);

    // A unit of systemd shows a folder that it keeps away as one of which the disk is read-only, or nobody is let in.
    private static string AdviceFor(Exception fault) => fault is UnauthorizedAccessException or { HResult: Posix.ReadOnlyFileSystem }
        ? $" Piton runs as user {Posix.EffectiveUser()} here, who has to be let in; where it is a service of systemd, ReadWritePaths= of its unit has to name the folder too."
        : "";
}
