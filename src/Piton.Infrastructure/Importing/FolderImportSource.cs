using Piton.Domain.Images;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Importing;

/// <summary>Folders on the disk.</summary>
internal sealed class FolderImportSource(LibraryLocation library, TimeProvider clock) : IImportSource
{
    public Task<ImportListing?> ListAsync(string folder, CancellationToken cancellationToken) => Task.Run(
        () => SourceFolder.Find(folder) is { } source ? List(source, cancellationToken) : null, cancellationToken);

    public OpenedImport Open(ImportListing listing, ImportItem item) => new SourceFolder(listing.Root).Open(item.Path);

    private ImportListing List(SourceFolder source, CancellationToken cancellationToken)
    {
        if (PitonFolder.RefusalOfRoot(source.Root, library.Root) is { } refusal)
        {
            return new ImportListing(source.Root, [], [refusal]);
        }

        var refusals = new List<ImportRefusal>();
        var items = SeedMetadata.PlaceIn(source) is { } metadata
            ? new SeedListing(source, clock.GetUtcNow(), refusals).Read(metadata, cancellationToken)
            : new PlainListing(source, clock.GetUtcNow(), refusals).Read(cancellationToken);
        return new ImportListing(source.Root, [.. items.OrderBy(item => item.Path, StringComparer.Ordinal)], refusals);
    }
}
