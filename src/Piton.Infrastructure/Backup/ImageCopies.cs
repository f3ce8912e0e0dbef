using System.Collections.Concurrent;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Sees to it that the folder of each image is in a backup. The pool holds whole folders alone. A file in it that is right is never removed, since it may be the
/// last there is; one that is not is replaced by the same file from wherever it is right. What is right nowhere is copied as it is into what the run has of its
/// own. Safe to call from many threads at once.
/// </summary>
/// <param name="library">Where from.</param>
/// <param name="backup">Where to.</param>
/// <param name="own">What the run has of its own, laid out as a data folder.</param>
/// <param name="files">What copies.</param>
/// <param name="isKnown">Whether the library has an image still.</param>
/// <param name="earlier">The run before.</param>
internal sealed class ImageCopies(
    DataDirectory library,
    BackupDirectory backup,
    DataDirectory own,
    BackupFiles files,
    Func<ImageId, bool> isKnown,
    EarlierRun earlier)
{
    private readonly ConcurrentDictionary<string, bool> _changedShards = new();
    private readonly ConcurrentBag<LibraryDefect> _defects = [];
    private long _images;
    private long _bytes;

    /// <summary>How many images were copied.</summary>
    public long Images => Interlocked.Read(ref _images);

    /// <summary>How many bytes were copied.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What is damaged in the library.</summary>
    public IEnumerable<LibraryDefect> Defects => _defects.OrderBy(defect => defect.Place, StringComparer.Ordinal);

    /// <summary>Copies the image's folder unless the pool has it.</summary>
    /// <returns>What the backup has of it, nothing where the library has nothing; null where the image was removed for good meanwhile.</returns>
    /// <exception cref="IOException">The backup cannot be written.</exception>
    public ManifestFolder? Keep(Image image) => FindPooled(image) ?? Copy(image);

    /// <summary>Puts on disk the names of what is new in the pool.</summary>
    public void Flush()
    {
        foreach (var shard in _changedShards.Keys)
        {
            files.FlushFolder(shard);
        }

        files.FlushFolder(backup.Pool.Uploads);
    }

    // What lies beside the files is a stranger's, of which verify tells: no reason to doubt them.
    private ManifestFolder? FindPooled(Image image)
    {
        var folder = new DirectoryInfo(backup.Pool.FolderOf(image.Id));
        if (!folder.Exists)
        {
            return null;
        }

        var found = folder.EnumerateFiles().ToDictionary(file => file.Name, file => file.Length);
        var (isTrusted, facts) = earlier.FactsOf(image.Id) is { } known ? (true, known) : (false, ReadFacts($"{folder.FullName}/{ImageFolder.FactsFile}", image));
        if (facts is null)
        {
            return null;
        }

        List<ManifestFile> expected = [.. FilesOf(image), facts];
        if (!expected.TrueForAll(file => found.GetValueOrDefault(file.Name, -1) == file.Bytes)
            || (!isTrusted && !expected.TrueForAll(file => BackupFiles.IsRight($"{folder.FullName}/{file.Name}", file))))
        {
            return null;
        }

        // Of a run that was interrupted, it is not known whether the name is on disk.
        NoteShard(image.Id, isChanged: !isTrusted);
        return ManifestFolder.Of(image.Id, isPooled: true, expected);
    }

    private void NoteShard(ImageId id, bool isChanged)
    {
        if (isChanged)
        {
            _changedShards.TryAdd(backup.Pool.ShardOf(id), true);
        }
    }

    private static IEnumerable<ManifestFile> FilesOf(Image image) => ImageFolder.FilesOf(image).Select(file => new ManifestFile(file.Name, file.Bytes, file.Hash));

    private static ManifestFile? ReadFacts(string path, Image image)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return ImageFacts.TryParse(bytes) is { } facts && ImageFolder.AreFactsOf(facts, image)
                ? new ManifestFile(ImageFolder.FactsFile, bytes.Length, ContentHash.Of(bytes))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private ManifestFolder? Copy(Image image)
    {
        var draft = backup.Pool.NewStagingPath();
        Posix.MakeDirectory(draft, DataDirectory.PrivateMode);
        var flaws = new List<LibraryDefect>();
        var copied = CopyFiles(image, draft, flaws);
        if (flaws.Count > 0 && !isKnown(image.Id))
        {
            Directory.Delete(draft, recursive: true);
            return null;
        }

        flaws.ForEach(_defects.Add);
        Publish(image.Id, draft, flaws.Count == 0 ? backup.Pool : own);
        Interlocked.Increment(ref _images);
        Interlocked.Add(ref _bytes, copied.Sum(file => file.Bytes));
        return ManifestFolder.Of(image.Id, isPooled: flaws.Count == 0, copied);
    }

    private void Publish(ImageId id, string draft, DataDirectory home)
    {
        files.FlushFolder(draft);
        Posix.MakeDirectory(home.Uploads, DataDirectory.PrivateMode);
        Posix.MakeDirectory(home.ShardOf(id), DataDirectory.PrivateMode);
        if (Directory.Exists(home.FolderOf(id)))
        {
            Replace(draft, home.FolderOf(id));
        }
        else
        {
            Directory.Move(draft, home.FolderOf(id));
        }

        NoteShard(id, isChanged: home == backup.Pool);
    }

    // File by file, each at once what it was or what it is to be: until this run counts, the one before has nothing else.
    private void Replace(string draft, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(draft))
        {
            var place = $"{folder}/{Path.GetFileName(path)}";
            if (Directory.Exists(place))
            {
                Directory.Move(place, backup.Pool.NewStagingPath());
            }

            File.Move(path, place, overwrite: true);
        }

        files.FlushFolder(folder);
        Directory.Delete(draft);
    }

    private List<ManifestFile> CopyFiles(Image image, string draft, List<LibraryDefect> flaws)
    {
        IReadOnlyList<string> places = [backup.Pool.FolderOf(image.Id), library.FolderOf(image.Id), .. earlier.OwnFoldersOf(image.Id)];
        return [.. FilesOf(image)
            .Select(file => CopyFile(places, draft, file.Name, (copy, _) => (copy.Bytes, copy.Hash) == (file.Bytes, file.Hash), flaws))
            .Append(CopyFile(places, draft, ImageFolder.FactsFile, (_, path) => ReadFacts(path, image) is not null, flaws))
            .OfType<ManifestFile>()];
    }

    // The pool's first: what is right there is what the run before has in its list.
    private ManifestFile? CopyFile(
        IReadOnlyList<string> places, string draft, string name, Func<CopiedFile, string, bool> isRight, List<LibraryDefect> flaws)
    {
        var path = $"{draft}/{name}";
        foreach (var place in places)
        {
            if (files.TryCopy($"{place}/{name}", path, out _) is { } copy)
            {
                if (isRight(copy, path))
                {
                    return new ManifestFile(name, copy.Bytes, copy.Hash);
                }

                File.Delete(path);
            }
        }

        return CopyAsItIs(places, path, flaws);
    }

    private ManifestFile? CopyAsItIs(IReadOnlyList<string> places, string path, List<LibraryDefect> flaws)
    {
        var name = Path.GetFileName(path);
        var (pooled, stored) = ($"{places[0]}/{name}", $"{places[1]}/{name}");
        var copy = files.TryCopy(stored, path, out var flaw);
        flaws.Add(DefectOf(name, library.Within(stored), isCopied: copy is not null, flaw));
        copy ??= files.TryCopy(pooled, path, out _);
        return copy is { } it ? new ManifestFile(name, it.Bytes, it.Hash) : null;
    }

    private static LibraryDefect DefectOf(string name, string place, bool isCopied, string? flaw) => (isCopied, flaw) switch
    {
        (false, null) => new(DefectKind.FileMissing, place, "The file is missing, and is not whole in the backup."),
        (false, _) => new(DefectKind.FileDamaged, place, $"It cannot be read, and is not whole in the backup: {flaw}"),
        _ when name == ImageFolder.FactsFile => new(DefectKind.FactsDamaged, place, "It does not say what the catalogue does. The backup has it as it is."),
        _ => new(DefectKind.FileDamaged, place, "Its bytes are not those that were stored. The backup has it as it is."),
    };
}
