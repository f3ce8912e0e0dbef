using System.Globalization;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Library;

/// <summary>Writes the catalogue anew: from what can be read of the old one, and from what is kept beside the files of all other images.</summary>
internal sealed class CatalogueRebuild(DataDirectory directory, UploadsFolder uploads, ILogDisk disk, TimeProvider clock)
{
    /// <param name="old">What can be read of the old log.</param>
    /// <param name="cancellationToken">Heeded until the new log takes the old one's place.</param>
    /// <returns>The images that cannot be brought back.</returns>
    public IReadOnlyList<LibraryDefect> Run(CatalogueSurvey old, CancellationToken cancellationToken)
    {
        var lost = new List<LibraryDefect>();
        KeepOld();
        CatalogLogWriter.Write(disk, directory.Catalogue, old.Images().Concat(ImagesWithoutLine(old, lost, cancellationToken)));
        return lost;
    }

    private IEnumerable<Image> ImagesWithoutLine(CatalogueSurvey old, List<LibraryDefect> lost, CancellationToken cancellationToken)
    {
        foreach (var id in uploads.ImageFolders().Where(id => !old.Knows(id) && !old.SaysRemoved(id)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = directory.FolderOf(id);
            if (ImageFolder.ReadFacts(folder) is { } image && image.Id == id)
            {
                yield return image;
            }
            else
            {
                lost.Add(new LibraryDefect(
                    DefectKind.FactsDamaged,
                    directory.Within($"{folder}/{ImageFolder.FactsFile}"),
                    "Neither this file nor the catalogue says what the image was; it cannot be brought back."));
            }
        }
    }

    // Copied, not renamed: until the new log is in its place, the old one is.
    private void KeepOld()
    {
        if (!File.Exists(directory.Catalogue))
        {
            return;
        }

        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{directory.Catalogue}.damaged-{stamp}";
        File.Copy(directory.Catalogue, aside, overwrite: true);
        using var copy = disk.Open(aside);
        copy.Flush();
    }
}
