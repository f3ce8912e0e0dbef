using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Library;

/// <summary>
/// Looks at the library that this process has open, and changes nothing. What is added meanwhile is not looked at, and what is removed meanwhile is not
/// missed; uploads under way are no leftovers.
/// </summary>
internal sealed class OpenLibrarySurvey(
    DataDirectory directory, UploadsFolder uploads, DurableFiles disk, JsonImageCatalog catalogue, AccessLogs access, TimeProvider clock)
{
    // The folder of an upload is there a moment before its line is.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    public async Task<LibraryReport> RunAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = catalogue.HoldLog(out var length);
        var log = CatalogueSurvey.Read(directory.Catalogue, held.File, length);
        var folders = new ImageFolderSurvey(directory, disk, repair: false);
        var defects = new List<LibraryDefect>(log.Defects);
        var done = 0L;
        defects.AddRange(await InspectLogsAsync(cancellationToken));
        defects.AddRange(KeySurvey.Inspect(directory));
        foreach (var image in log.Images())
        {
            cancellationToken.ThrowIfCancellationRequested();
            defects.AddRange(Inspect(folders, image));
            progress?.Report(new LibraryProgress(++done, log.Count));
        }

        defects.AddRange(uploads.ImageFolders().Where(IsLeft).Select(id => new LibraryDefect(
            DefectKind.OrphanFolder, directory.Within(directory.FolderOf(id)), "The catalogue does not know it. The next start moves it aside.")));
        defects.AddRange(uploads.Strangers().Select(path => new LibraryDefect(DefectKind.Stranger, directory.Within(path), "Piton did not put it there.")));
        return new LibraryReport(log.Count, folders.Files.Files, folders.Files.Bytes, defects);
    }

    // Up to where they are on disk: a group on its way there is neither a crash nor damage.
    private async Task<IReadOnlyList<LibraryDefect>> InspectLogsAsync(CancellationToken cancellationToken)
    {
        var taken = await access.TakeAsync(directory.Root, cancellationToken);
        try
        {
            return AccessLogSurvey.Inspect(directory.Root, taken);
        }
        finally
        {
            foreach (var log in taken)
            {
                log.Dispose();
            }
        }
    }

    private List<LibraryDefect> Inspect(ImageFolderSurvey folders, Image image)
    {
        try
        {
            var found = folders.Inspect(image).ToList();
            return catalogue.Contains(image.Id) ? found : [];
        }
        catch (IOException) when (!catalogue.Contains(image.Id))
        {
            return [];
        }
    }

    private bool IsLeft(ImageId id) =>
        !catalogue.Contains(id)
        && new DirectoryInfo(directory.FolderOf(id)) is { Exists: true } folder
        && clock.GetUtcNow() - folder.LastWriteTimeUtc >= Settled
        && !catalogue.Contains(id);
}
