using System.Collections.Concurrent;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Sees to it that the folder of each image is in a backup. The pool holds whole folders alone, and none is ever changed; what the library itself has damaged is
/// copied as it is into what the run has of its own. Safe to call from many threads at once.
/// </summary>
/// <param name="library">Where from.</param>
/// <param name="backup">Where to.</param>
/// <param name="own">What the run has of its own, laid out as a data folder.</param>
/// <param name="files">What copies.</param>
/// <param name="isKnown">Whether the library has an image still.</param>
/// <param name="earlier">The facts file of each image that the run before has in the pool.</param>
internal sealed class ImageCopies(
    DataDirectory library,
    BackupDirectory backup,
    DataDirectory own,
    BackupFiles files,
    Func<ImageId, bool> isKnown,
    IReadOnlyDictionary<ImageId, ManifestFile> earlier)
{
    private const uint OwnerMode = 0b111_000_000;

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

    private ManifestFolder? FindPooled(Image image)
    {
        var folder = new DirectoryInfo(backup.Pool.FolderOf(image.Id));
        if (!folder.Exists)
        {
            return null;
        }

        var found = folder.EnumerateFileSystemInfos().ToDictionary(entry => entry.Name, entry => entry is FileInfo file ? file.Length : -1);
        var (isTrusted, facts) = earlier.TryGetValue(image.Id, out var known) ? (true, known) : (false, ReadFacts(folder.FullName, image));
        if (facts is not null)
        {
            List<ManifestFile> expected = [.. ImageFolder.FilesOf(image).Select(file => new ManifestFile(file.Name, file.Bytes, file.Hash)), facts];
            if (found.Count == expected.Count
                && expected.TrueForAll(file => found.GetValueOrDefault(file.Name, -1) == file.Bytes)
                && (isTrusted || expected.TrueForAll(file => HasHash($"{folder.FullName}/{file.Name}", file))))
            {
                // Of a run that was interrupted, it is not known whether the name is on disk.
                NoteShard(image.Id, isChanged: !isTrusted);
                return ManifestFolder.Of(image.Id, isPooled: true, expected);
            }
        }

        // Damaged here, or never named by a run.
        folder.Delete(recursive: true);
        return null;
    }

    private void NoteShard(ImageId id, bool isChanged)
    {
        if (isChanged)
        {
            _changedShards.TryAdd(backup.Pool.ShardOf(id), true);
        }
    }

    private static ManifestFile? ReadFacts(string folder, Image image)
    {
        try
        {
            var bytes = File.ReadAllBytes($"{folder}/{ImageFolder.FactsFile}");
            return ImageFacts.TryParse(bytes) is { } facts && ImageFolder.AreFactsOf(facts, image)
                ? new ManifestFile(ImageFolder.FactsFile, bytes.Length, ContentHash.Of(bytes))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool HasHash(string path, ManifestFile expected)
    {
        using var file = StoredFile.Open(path);
        return file is not null && BackupFiles.Read((bytes, _) => file.Read(bytes)) is { Flaw: null } read && read.Hash == expected.Hash;
    }

    private ManifestFolder? Copy(Image image)
    {
        var draft = backup.Pool.NewStagingPath();
        Posix.MakeDirectory(draft, OwnerMode);
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
        Posix.MakeDirectory(home.Uploads, OwnerMode);
        Posix.MakeDirectory(home.ShardOf(id), OwnerMode);
        Directory.Move(draft, home.FolderOf(id));
        NoteShard(id, isChanged: home == backup.Pool);
    }

    private List<ManifestFile> CopyFiles(Image image, string draft, List<LibraryDefect> flaws)
    {
        var folder = library.FolderOf(image.Id);
        var copied = ImageFolder.FilesOf(image)
            .Select(file => CopyFile($"{folder}/{file.Name}", draft, flaws, (file.Bytes, file.Hash)))
            .Append(CopyFile($"{folder}/{ImageFolder.FactsFile}", draft, flaws, expected: null))
            .OfType<ManifestFile>().ToList();
        if (copied.Exists(file => file.Name == ImageFolder.FactsFile) && ReadFacts(draft, image) is null)
        {
            flaws.Add(new LibraryDefect(
                DefectKind.FactsDamaged, library.Within($"{folder}/{ImageFolder.FactsFile}"), "It does not say what the catalogue does. The backup has it as it is."));
        }

        return copied;
    }

    private ManifestFile? CopyFile(string path, string draft, List<LibraryDefect> flaws, (long Bytes, ContentHash Hash)? expected)
    {
        var name = Path.GetFileName(path);
        using var source = OpenSource(path, out var flaw);
        if (source is null)
        {
            flaws.Add(new LibraryDefect(DefectKind.FileMissing, library.Within(path), flaw ?? "The file is missing, in the backup as well."));
            return null;
        }

        var copy = files.Copy((bytes, _) => source.Read(bytes), $"{draft}/{name}");
        if (copy.Flaw is not null)
        {
            File.Delete($"{draft}/{name}");
            flaws.Add(new LibraryDefect(DefectKind.FileDamaged, library.Within(path), $"It cannot be read, and is missing in the backup: {copy.Flaw}"));
            return null;
        }

        if (expected is not null && (copy.Bytes, copy.Hash) != expected)
        {
            flaws.Add(new LibraryDefect(
                DefectKind.FileDamaged, library.Within(path), "Its bytes are not those that were stored. The backup has it as it is."));
        }

        return new ManifestFile(name, copy.Bytes, copy.Hash);
    }

    private static StoredFile? OpenSource(string path, out string? flaw)
    {
        flaw = null;
        try
        {
            return StoredFile.Open(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            flaw = $"It cannot be opened, and is missing in the backup: {e.Message}";
            return null;
        }
    }
}
