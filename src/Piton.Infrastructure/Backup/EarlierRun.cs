using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Backup;

/// <summary>What the newest complete run of a backup has, for the next one. A million facts files take some 100 MB for the time of a run.</summary>
internal sealed class EarlierRun
{
    private readonly Dictionary<ImageId, ManifestFile> _facts = [];
    private readonly List<ManifestFile> _keys = [];

    private EarlierRun(string? folder)
    {
        Data = folder is null ? null : new DataDirectory(BackupDirectory.DataOf(folder));
    }

    /// <summary>Whether there is one.</summary>
    public bool Exists => Data is not null;

    /// <summary>What it has of its own, laid out as a data folder; null where there is none.</summary>
    public DataDirectory? Data { get; }

    /// <summary>The keys that it has, by its list.</summary>
    public IReadOnlyList<ManifestFile> Keys => _keys;

    /// <summary>Reads the list of the newest run. Where that is damaged it names nothing, so that all that is in the pool is read.</summary>
    public static EarlierRun Of(BackupDirectory backup)
    {
        if (backup.RunNumbers() is not [.., var newest])
        {
            return new EarlierRun(null);
        }

        var folder = backup.RunFolder(newest);
        try
        {
            var run = new EarlierRun(folder);
            run.Read(new ManifestReader(BackupDirectory.ManifestOf(folder)));
            return run;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new EarlierRun(folder);
        }
    }

    /// <summary>The facts file of an image that it has in the pool: the catalogue knows all other files. Null of every other image.</summary>
    public ManifestFile? FactsOf(ImageId id) => _facts.GetValueOrDefault(id);

    /// <summary>Where else than in the pool it may have files of an image.</summary>
    public IEnumerable<string> OwnFoldersOf(ImageId id) => Data is null ? [] : [Data.FolderOf(id)];

    private void Read(ManifestReader manifest)
    {
        foreach (var folder in manifest.ReadAll())
        {
            if (folder.Path == ManifestFolder.Keys)
            {
                _keys.AddRange(folder.Files);
            }
            else if (folder is { IsPooled: true, Image: { } id } && folder.Files.FirstOrDefault(file => file.Name == ImageFolder.FactsFile) is { } file)
            {
                _facts[id] = file with { Name = ImageFolder.FactsFile };
            }
        }
    }
}
