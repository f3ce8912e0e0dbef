using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Finds what the catalogue lacks beside what is in <c>uploads/</c>, and makes the two agree.</summary>
internal sealed class CatalogueRepair(
    DataDirectory directory, UploadsFolder uploads, LostCatalogue lost, CatalogueRebuild rebuild, OrphanSweep sweep)
{
    /// <summary>What is wrong, and nothing changed.</summary>
    public List<LibraryDefect> Inspect(CatalogueSurvey log)
    {
        var unknown = UnknownFolders.Find(uploads, log.Knows, log.SaysRemoved);

        // Named once: without a catalogue, every image would be one that no line knows.
        return FindLoss(log, unknown) is { } loss
            ? [loss, .. log.Defects]
            : [.. log.Defects, .. unknown.Unlisted.Select(Unlisted), .. unknown.Removed.Select(Removed)];
    }

    /// <summary>Takes in the images that no line knows, writes the catalogue anew where it has to be, and moves aside what belongs to no image.</summary>
    /// <returns>What was wrong.</returns>
    public List<LibraryDefect> Run(CatalogueSurvey log, CancellationToken cancellationToken)
    {
        var unknown = UnknownFolders.Find(uploads, log.Knows, log.SaysRemoved);
        var loss = FindLoss(log, unknown);
        List<ImageId> whole = [.. unknown.Unlisted.Where(IsWhole)];
        List<ImageId> nameless = [.. unknown.Unlisted.Except(whole)];

        // Before the log is written anew, since that does not say any more what was removed.
        sweep.SetAsideRemoved(unknown.Removed, cancellationToken);
        var mustRebuild = loss is not null || log.IsDamaged || whole.Count > 0;
        if (mustRebuild)
        {
            rebuild.Run(log, whole, cancellationToken);
        }

        sweep.SetAsideUnlisted(nameless, cancellationToken);
        return
        [
            .. Repaired(loss),
            .. log.Defects.Select(defect => mustRebuild ? Rebuilt(defect) : defect),
            .. TakenIn(whole),
            .. nameless.Select(Nameless),
            .. unknown.Removed.Select(id => Removed(id) with { Repaired = true }),
        ];
    }

    private static IEnumerable<LibraryDefect> Repaired(LibraryDefect? loss) => loss is null ? [] : [loss with { Repaired = true }];

    // The folder says again what an upload's line said; of later lines nothing else knows.
    private static LibraryDefect Rebuilt(LibraryDefect defect) => defect with
    {
        Repaired = true,
        Detail = defect.Kind == DefectKind.CatalogueDamaged
            ? $"{defect.Detail} Unless it was of an upload, what it said is lost: a new name, who may see an image, or that one went to the trash, came back or was removed. Check these."
            : defect.Detail,
    };

    private bool IsWhole(ImageId id) => ImageFolder.IsWhole(directory.FolderOf(id), id);

    private LibraryDefect? FindLoss(CatalogueSurvey log, UnknownFolders unknown)
    {
        var place = directory.Within(directory.Catalogue);
        return lost.IsGone ? new LibraryDefect(DefectKind.CatalogueMissing, place, "It is empty or missing, but there are images.")
            : !log.IsDamaged && lost.Lacks(log.Count, unknown.Unlisted) ? new LibraryDefect(
                DefectKind.CatalogueOutdated, place, $"It does not know {unknown.Unlisted.Count} of the images that are there. Take them in by --repair, which makes them private.")
            : null;
    }

    private LibraryDefect Unlisted(ImageId id) => Orphan(id, IsWhole(id)
        ? "No line of the catalogue knows it: its upload was interrupted, or is newer than the catalogue. --repair takes it in, as a private one; the next start moves it to orphans."
        : "No line of the catalogue knows it, and it does not say itself what it is. The next start moves it to orphans.");

    private LibraryDefect Removed(ImageId id) => Orphan(id, "The image was removed. What is left of it goes to orphans.");

    private LibraryDefect Orphan(ImageId id, string detail) => new(DefectKind.OrphanFolder, directory.Within(directory.FolderOf(id)), detail);

    private IEnumerable<LibraryDefect> TakenIn(List<ImageId> images) => images.Count == 0 ? [] :
    [
        new LibraryDefect(
            DefectKind.OrphanFolder,
            directory.Within(directory.Uploads),
            $"{images.Count} images that no line knew are in the catalogue now, as they were when they were uploaded: "
            + "new names are lost, and what was in the trash is out of it. All of them are private, since nothing says any more who may see them; share them anew.",
            Repaired: true),
    ];

    private LibraryDefect Nameless(ImageId id) => new(
        DefectKind.FactsDamaged,
        directory.Within($"{directory.FolderOf(id)}/{ImageFolder.FactsFile}"),
        "Neither this file nor the catalogue says what the image was; its files are in orphans now, and can be uploaded again.");
}
