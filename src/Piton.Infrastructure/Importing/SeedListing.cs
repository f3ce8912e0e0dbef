using Piton.Domain.Images;

namespace Piton.Infrastructure.Importing;

/// <summary>The files of an installation of the seed: those in <c>uploads/</c>, by which it served them, and what its metadata says of each.</summary>
internal sealed class SeedListing(SourceFolder source, DateTimeOffset now, List<ImportRefusal> refusals)
{
    public const string Uploads = "uploads";

    public IEnumerable<ImportItem> Read(string metadata, CancellationToken cancellationToken)
    {
        if (SeedMetadata.Read(source, metadata, now, refusals) is not { } known || FilesOf() is not { } files)
        {
            return [];
        }

        cancellationToken.ThrowIfCancellationRequested();
        var missing = known.Said.Keys.Except(files.Select(file => file.Name));
        refusals.AddRange(missing.Order(StringComparer.Ordinal).Select(name => new ImportRefusal(
            $"{Uploads}/{name}", ImportFlaw.MissingFile, "The metadata knows it, and there is no such file.")));
        return files.Where(file => !known.Refused.Contains(file.Name)).Select(file => ItemOf(file, known.Said.GetValueOrDefault(file.Name)));
    }

    private ImportItem ItemOf(FileInfo file, SeedImage? said) => new(
        $"{Uploads}/{file.Name}",
        string.IsNullOrWhiteSpace(said?.OriginalName) ? file.Name : said.OriginalName,
        said?.CreatedAt ?? FileTime.Of(file, now),
        file.Name);

    private List<FileInfo>? FilesOf()
    {
        // A folder elsewhere is another folder; its path can be given instead.
        if (new DirectoryInfo(source.PathOf(Uploads)) is { LinkTarget: not null })
        {
            refusals.Add(new ImportRefusal(Uploads, ImportFlaw.OutsideFolder, "It is a link to a folder, which is not followed."));
            return null;
        }

        try
        {
            var entries = new DirectoryInfo(source.PathOf(Uploads)).EnumerateFileSystemInfos().Where(entry => !entry.Name.StartsWith('.')).ToList();
            refusals.AddRange(entries.OfType<DirectoryInfo>().Select(folder => new ImportRefusal(
                $"{Uploads}/{folder.Name}", ImportFlaw.NotAFile, "It is a folder, from which the installation served nothing.")));
            return [.. entries.OfType<FileInfo>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refusals.Add(new ImportRefusal(Uploads, ImportFlaw.Unreadable, $"The folder cannot be read: {e.Message}"));
            return null;
        }
    }
}
