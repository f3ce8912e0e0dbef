using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary><c>piton verify</c>: holds the data folder as the server does, and so runs only where the server does not.</summary>
internal sealed class LibraryInspector(
    DataDirectory directory, UploadsFolder uploads, LostCatalogue lost, CatalogueRebuild rebuild, OrphanSweep sweep) : ILibraryInspector
{
    public Task<LibraryReport> InspectAsync(bool repair, CancellationToken cancellationToken) =>
        Task.Run(() => Inspect(repair, cancellationToken), cancellationToken);

    private LibraryReport Inspect(bool repair, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(directory.Root))
        {
            throw new LibraryException($"There is no data folder {directory.Root}. Set Piton:DataDirectory to the one to verify.");
        }

        DataDirectoryOwner.Become(directory);
        directory.Create();
        using var held = DataDirectoryLock.Take(directory);
        try
        {
            var defects = InspectCatalogue(repair, cancellationToken);
            return InspectImages(defects, repair, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException($"The library in {directory.Root} could not be verified to the end: {e.Message}", e);
        }
    }

    private List<LibraryDefect> InspectCatalogue(bool repair, CancellationToken cancellationToken)
    {
        var survey = CatalogueSurvey.Read(directory.Catalogue);
        List<LibraryDefect> defects = [.. survey.Defects];
        if (lost.IsGone || (!survey.IsDamaged && lost.IsBlank(survey.Count)))
        {
            defects.Add(new LibraryDefect(
                DefectKind.CatalogueMissing, directory.Within(directory.Catalogue), "It is empty or missing, but there are images."));
        }

        if (!repair || !defects.Any(defect => defect.IsDamage))
        {
            return defects;
        }

        var lostForGood = rebuild.Run(survey, cancellationToken);
        return [.. defects.Select(defect => defect with { Repaired = true }), .. lostForGood];
    }

    private LibraryReport InspectImages(List<LibraryDefect> defects, bool repair, CancellationToken cancellationToken)
    {
        var survey = CatalogueSurvey.Read(directory.Catalogue);
        var folders = new ImageFolderSurvey(directory, repair);
        foreach (var image in survey.Images())
        {
            cancellationToken.ThrowIfCancellationRequested();
            defects.AddRange(folders.Inspect(image));
        }

        // Without a catalogue every image would be one.
        if (!defects.Any(defect => defect is { Kind: DefectKind.CatalogueMissing, Repaired: false }))
        {
            defects.AddRange(FindOrphans(survey.Knows, repair, cancellationToken));
        }

        defects.AddRange(uploads.Strangers().Select(path =>
            new LibraryDefect(DefectKind.Stranger, directory.Within(path), "Piton did not put it there.")));
        defects.AddRange(FindLeftovers(repair));
        return new LibraryReport(survey.Count, folders.Files, folders.Bytes, defects);
    }

    private List<LibraryDefect> FindOrphans(Func<ImageId, bool> isKnown, bool repair, CancellationToken cancellationToken)
    {
        var orphans = repair
            ? sweep.MoveAside(isKnown, cancellationToken)
            : uploads.ImageFolders().Where(id => !isKnown(id)).ToList();
        var detail = repair ? "No line of the catalogue knows it; moved to orphans." : "No line of the catalogue knows it.";
        return [.. orphans.Select(id =>
            new LibraryDefect(DefectKind.OrphanFolder, directory.Within(directory.FolderOf(id)), detail, repair))];
    }

    private List<LibraryDefect> FindLeftovers(bool repair)
    {
        var leftovers = Directory.GetFileSystemEntries(directory.Staging);
        if (repair)
        {
            directory.ClearStaging();
        }

        return [.. leftovers.Select(path =>
            new LibraryDefect(DefectKind.StagingLeftover, directory.Within(path), "An upload was interrupted.", repair))];
    }
}
