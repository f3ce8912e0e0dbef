using System.Globalization;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Library;

/// <summary>Writes the catalogue anew: from what can be read of the old one, and from what is kept beside the files of other images.</summary>
internal sealed class CatalogueRebuild(DataDirectory directory, ILogDisk disk, TimeProvider clock)
{
    /// <param name="old">What can be read of the old log.</param>
    /// <param name="unlisted">Images that it does not know, whose folders are whole.</param>
    /// <param name="cancellationToken">Heeded until the new log takes the old one's place.</param>
    public void Run(CatalogueSurvey old, IEnumerable<ImageId> unlisted, CancellationToken cancellationToken)
    {
        KeepOld();
        CatalogLogWriter.Write(disk, directory.Catalogue, old.Images().Concat(unlisted.Select(ReadFacts)).Select(image =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return image;
        }));
    }

    private Image ReadFacts(ImageId id) => ImageFolder.ReadFacts(directory.FolderOf(id))
        ?? throw new IOException($"{directory.FolderOf(id)}/{ImageFolder.FactsFile} could be read a moment ago, and cannot any more.");

    // Copied, not renamed: until the new log is in its place, the old one is.
    private void KeepOld()
    {
        if (!File.Exists(directory.Catalogue))
        {
            return;
        }

        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{directory.Catalogue}.before-repair-{stamp}";
        File.Copy(directory.Catalogue, aside, overwrite: true);
        using var copy = disk.Open(aside);
        copy.Flush();
    }
}
