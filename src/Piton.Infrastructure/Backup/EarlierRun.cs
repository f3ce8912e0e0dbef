using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Backup;

/// <summary>What a run may take from the one before it without reading it once more.</summary>
internal static class EarlierRun
{
    /// <summary>
    /// The facts file of each image that the newest run has in the pool: the catalogue knows all other files. A million of them take some
    /// 100 MB for the time of a run.
    /// </summary>
    /// <returns>None where there is no run, or where its list is damaged: all that is in the pool is read then.</returns>
    public static IReadOnlyDictionary<ImageId, ManifestFile> ReadFacts(BackupDirectory backup)
    {
        var facts = new Dictionary<ImageId, ManifestFile>();
        if (backup.RunNumbers() is not [.., var newest] || !File.Exists(BackupDirectory.ManifestOf(backup.RunFolder(newest))))
        {
            return facts;
        }

        try
        {
            foreach (var folder in new ManifestReader(BackupDirectory.ManifestOf(backup.RunFolder(newest))).ReadAll().Where(folder => folder.IsPooled))
            {
                if (folder.Image is { } id && folder.Files.FirstOrDefault(file => file.Name == ImageFolder.FactsFile) is { } file)
                {
                    facts[id] = file with { Name = ImageFolder.FactsFile };
                }
            }

            return facts;
        }
        catch (InvalidDataException)
        {
            return new Dictionary<ImageId, ManifestFile>();
        }
    }
}
