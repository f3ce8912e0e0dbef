using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Library;

/// <summary><c>piton verify</c>: holds the data folder as the server does, or looks at it in the server that holds it.</summary>
internal sealed class LibraryInspector(
    DataDirectory directory,
    UploadsFolder uploads,
    DurableFiles disk,
    CatalogueRepair catalogue,
    JsonImageCatalog images,
    OpenLibrarySurvey open,
    LibraryCompaction compaction)
    : ILibraryInspector
{
    public Task<LibraryReport> InspectAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(
            () => images.IsOpen
                ? LookAsync(() => open.RunAsync(progress, cancellationToken))
                : HoldAsync(DataDirectoryLock.TakeToRead, () => Inspect(progress, cancellationToken)),
            cancellationToken);

    public Task<LibraryReport> RepairAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken) =>
        Task.Run(() => images.IsOpen ? throw InUse() : HoldAsync(DataDirectoryLock.Take, () => Repair(progress, cancellationToken)), cancellationToken);

    public Task<IReadOnlyList<CompactedLog>> CompactAsync(CancellationToken cancellationToken) => compaction.CompactAsync(cancellationToken);

    private async Task<LibraryReport> HoldAsync(Func<DataDirectory, DataDirectoryLock> take, Func<LibraryReport> work)
    {
        RefuseOthers();
        if (!File.Exists(directory.Catalogue) && !uploads.Exists)
        {
            throw new LibraryException(
                $"There is no library in {directory.Root}: neither {directory.Within(directory.Catalogue)} nor {directory.Within(directory.Uploads)} is there. "
                + "Set Piton:DataDirectory to the folder to verify, and see that its disk is mounted.");
        }

        DataDirectoryOwner.Become(directory);
        using var held = take(directory);
        RestoreMark.Refuse(directory);
        return await LookAsync(() => Task.FromResult(work()));
    }

    // To whom it belongs may be more than they may know: the folder above can be shut as well.
    private void RefuseOthers()
    {
        try
        {
            if (Posix.OwnerOf(directory.Root) is { } owner && !Posix.IsReadableDirectory(directory.Root))
            {
                throw Unreadable($"as user {Posix.NameOf(owner.User)}", null);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unreadable("as the user that runs Piton", e);
        }
    }

    private LibraryException Unreadable(string asWhom, Exception? cause) =>
        new($"The library in {directory.Root} may not be read by this user. Run it as root (sudo), or {asWhom}.", cause!);

    private LibraryException InUse() => new($"The library in {directory.Root} is open. Stop the server, then repair it.");

    private async Task<LibraryReport> LookAsync(Func<Task<LibraryReport>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library in {directory.Root} could not be verified to the end: {e.Message}", e);
        }
    }

    private LibraryReport Inspect(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var log = CatalogueSurvey.Read(directory.Catalogue);
        var defects = catalogue.Inspect(log);
        defects.AddRange(AccessLogSurvey.Inspect(directory.Root));
        defects.AddRange(KeySurvey.Inspect(directory));
        var folders = new ImageFolderSurvey(directory, disk, repair: false);
        defects.AddRange(InspectImages(log, folders, progress, cancellationToken));
        defects.AddRange(FindStrangers());
        defects.AddRange(FindLeftovers());
        return new LibraryReport(log.Count, folders.Files.Files, folders.Files.Bytes, defects);
    }

    private LibraryReport Repair(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        directory.Create();
        var defects = catalogue.Run(CatalogueSurvey.Read(directory.Catalogue), cancellationToken);
        defects.AddRange(AccessLogSurvey.Inspect(directory.Root));
        defects.AddRange(KeySurvey.Inspect(directory));
        var log = CatalogueSurvey.Read(directory.Catalogue);
        var folders = new ImageFolderSurvey(directory, disk, repair: true);
        defects.AddRange(InspectImages(log, folders, progress, cancellationToken));
        defects.AddRange(FindStrangers());
        defects.AddRange(FindLeftovers().Select(leftover => leftover with { Repaired = true }));
        directory.ClearStaging();
        return new LibraryReport(log.Count, folders.Files.Files, folders.Files.Bytes, defects);
    }

    private static IEnumerable<LibraryDefect> InspectImages(
        CatalogueSurvey log, ImageFolderSurvey folders, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var image in log.Images())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var defect in folders.Inspect(image))
            {
                yield return defect;
            }

            progress?.Report(new LibraryProgress(++done, log.Count));
        }
    }

    private IEnumerable<LibraryDefect> FindStrangers() => uploads.Strangers().Select(path =>
        new LibraryDefect(DefectKind.Stranger, directory.Within(path), "Piton did not put it there."));

    private List<LibraryDefect> FindLeftovers() => Directory.Exists(directory.Staging)
        ? [.. Directory.EnumerateFileSystemEntries(directory.Staging).Select(path =>
            new LibraryDefect(DefectKind.StagingLeftover, directory.Within(path), "An upload was interrupted."))]
        : [];
}
