using System.Globalization;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Library;

/// <summary>Writes the catalogue anew: from what can be read of the old one, and from what is kept beside the files of other images, which become private.</summary>
internal sealed class CatalogueRebuild(DataDirectory directory, ILogDisk disk, TimeProvider clock)
{
    private const int BufferLength = 1 << 20;

    /// <param name="old">What can be read of the old log.</param>
    /// <param name="unlisted">Images that it does not know, whose folders are whole.</param>
    /// <param name="cancellationToken">Heeded until the new log takes the old one's place.</param>
    public void Run(CatalogueSurvey old, IEnumerable<ImageId> unlisted, CancellationToken cancellationToken)
    {
        KeepOld();
        CatalogLogWriter.Write(disk, directory.Catalogue, old.Images().Concat(unlisted.Select(TakeIn)).Select(image =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return image;
        }));
    }

    // Whom it was shown to at its upload says nothing of whom it was hidden from since.
    private Image TakeIn(ImageId id) => ImageFolder.ReadFacts(directory.FolderOf(id)) is { } facts
        ? facts with { Visibility = Visibility.Private }
        : throw new IOException($"{directory.FolderOf(id)}/{ImageFolder.FactsFile} could be read a moment ago, and cannot any more.");

    // Copied, not renamed: until the new log is in its place, the old one is.
    private void KeepOld()
    {
        if (!File.Exists(directory.Catalogue))
        {
            return;
        }

        var stamp = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var aside = $"{directory.Catalogue}.before-repair-{stamp}";
        using var old = new SalvagedLogFile(new LogFile(File.OpenHandle(directory.Catalogue), directory.Catalogue));
        using var copy = disk.Open(aside);
        copy.Truncate(0);
        var buffer = new byte[BufferLength];
        var offset = 0L;
        while (old.Read(buffer, offset) is > 0 and var read)
        {
            copy.Write(buffer.AsSpan(0, read), offset);
            offset += read;
        }

        copy.Flush();
    }
}
