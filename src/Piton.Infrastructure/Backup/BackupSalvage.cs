using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// What there is of a backup that is damaged. Its list is not asked: the catalogue knows the hashes of all pictures, so the library itself tells what is wrong
/// once it is there.
/// </summary>
internal sealed class BackupSalvage(BackupDirectory backup)
{
    /// <exception cref="Domain.Library.LibraryException">The catalogue is of a later version.</exception>
    public IEnumerable<SalvagedFolder> Folders()
    {
        var own = backup.RunNumbers() is [.., var newest] ? new DataDirectory(BackupDirectory.DataOf(backup.RunFolder(newest))) : null;
        if (own is not null)
        {
            yield return new SalvagedFolder(ManifestFolder.Root, null, [.. LogSnapshots.Names.Select(name => $"{own.Root}/{name}").Where(File.Exists)]);
            yield return new SalvagedFolder(ManifestFolder.Keys, null, [.. FilesIn(own.Keys).Where(path => StoredKey.TryRead(path, out _) is not null)]);
        }

        foreach (var id in Images(own))
        {
            yield return new SalvagedFolder(backup.Pool.Within(backup.Pool.FolderOf(id)), id, FilesOf(id, own));
        }
    }

    // Where the catalogue is damaged, every folder may be an image: the repair that comes next asks each.
    private IEnumerable<ImageId> Images(DataDirectory? own)
    {
        var catalogue = own is null ? null : TryRead(own.Catalogue);
        if (catalogue is { IsDamaged: false, Count: > 0 })
        {
            return catalogue.Images().Select(image => image.Id);
        }

        var folders = new UploadsFolder(backup.Pool).ImageFolders().Concat(own is null ? [] : new UploadsFolder(own).ImageFolders());
        return folders.Distinct().Where(id => catalogue is null || !catalogue.SaysRemoved(id));
    }

    private static CatalogueSurvey? TryRead(string catalogue)
    {
        try
        {
            return CatalogueSurvey.Read(catalogue);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IReadOnlyList<string> FilesOf(ImageId id, DataDirectory? own) =>
        [.. FilesIn(backup.Pool.FolderOf(id)).Concat(own is null ? [] : FilesIn(own.FolderOf(id))).DistinctBy(path => Path.GetFileName(path))];

    private static IEnumerable<string> FilesIn(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(path => !Path.GetFileName(path).StartsWith('.'))
        : [];
}
