using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Library;

namespace Piton.Infrastructure.Backup;

/// <summary>Compares a backup with what its runs say is in it, byte by byte.</summary>
internal sealed class BackupSurvey(BackupDirectory backup, IProgress<LibraryProgress>? progress)
{
    private const string PooledAdvice = "Delete this file in the backup, and run piton backup again, which copies it from the library. Where that is lost: piton restore --even-if-damaged.";
    private const string OwnAdvice = "Run piton backup again, which copies it anew. Where the library is lost: piton restore --even-if-damaged.";

    private readonly FileSurvey _files = new(backup.Pool);
    private readonly HashSet<ImageId> _pooled = [];
    private readonly List<LibraryDefect> _defects = [];
    private long _images;
    private long _total;
    private long _done;

    public LibraryReport Run(CancellationToken cancellationToken)
    {
        InspectMarker();
        var runs = backup.RunNumbers();
        if (runs.Count == 0)
        {
            Report(DefectKind.ManifestMissing, backup.Runs, "No run of the backup is complete, so that there is nothing to restore. Run piton backup.");
        }

        _total = progress is null ? 0 : runs.Sum(CountFiles);
        foreach (var number in runs)
        {
            InspectRun(backup.RunFolder(number), cancellationToken);
        }

        FindStrangers(runs);
        return new LibraryReport(_images, _files.Files, _files.Bytes, _defects);
    }

    private void InspectMarker()
    {
        if (!File.Exists(backup.Marker))
        {
            Report(DefectKind.FileMissing, backup.Marker, "The file is missing. Run piton backup, which writes it anew.");
        }
        else if (ReadMarker() is { } flaw)
        {
            Report(DefectKind.ManifestDamaged, backup.Marker, flaw);
        }
    }

    private string? ReadMarker()
    {
        try
        {
            using var marker = StoredFile.Open(backup.Marker);
            var content = new byte[BackupDirectory.MarkerContent.Length];
            return marker?.Length == content.Length && marker.Read(content) == content.Length && content.AsSpan().SequenceEqual(BackupDirectory.MarkerContent)
                ? null
                : "It is damaged, or of a later version of Piton. Run piton backup, which writes it anew where it is damaged.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"It cannot be read: {e.Message}";
        }
    }

    private void InspectRun(string run, CancellationToken cancellationToken)
    {
        var path = BackupDirectory.ManifestOf(run);
        if (!File.Exists(path))
        {
            Report(DefectKind.ManifestMissing, path, "The list of what belongs to this run is missing. Run piton backup again.");
            return;
        }

        var own = new HashSet<string> { path };
        try
        {
            var manifest = new ManifestReader(path);
            foreach (var folder in manifest.ReadAll())
            {
                cancellationToken.ThrowIfCancellationRequested();
                InspectFolder(run, folder, own);
            }

            _images = manifest.Totals!.Images;
            _files.Count(new FileInfo(path).Length);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Report(DefectKind.ManifestDamaged, path, $"{e.Message} Run piton backup again, which reads all pictures in the backup and makes a new list.");
            return;
        }

        _defects.AddRange(Directory.EnumerateFiles(run, "*", SearchOption.AllDirectories).Where(file => !own.Contains(file)).Select(Stranger));
    }

    private long CountFiles(long number)
    {
        try
        {
            return new ManifestReader(BackupDirectory.ManifestOf(backup.RunFolder(number))).ReadAll().Sum(folder => folder.Files.Count);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // That it is damaged is found when it is its turn.
            return 0;
        }
    }

    private void InspectFolder(string run, ManifestFolder folder, HashSet<string> own)
    {
        var place = backup.PlaceOf(run, folder);
        foreach (var file in folder.Files)
        {
            var path = $"{place}/{file.Name}";
            if (_files.Inspect(path, file.Bytes, file.Hash) is { } defect)
            {
                _defects.Add(defect with { Detail = $"{defect.Detail} {(folder.IsPooled ? PooledAdvice : OwnAdvice)}" });
            }

            own.Add(path);
            progress?.Report(new LibraryProgress(++_done, _total));
        }

        if (folder is { IsPooled: true, Image: { } id })
        {
            _pooled.Add(id);
            own.ExceptWith(folder.Files.Select(file => $"{place}/{file.Name}"));
            _defects.AddRange(Directory.Exists(place) ? _files.FindStrangers(place, folder.Files.Select(file => file.Name)) : []);
        }
    }

    private void FindStrangers(IReadOnlyList<long> runs)
    {
        var uploads = new UploadsFolder(backup.Pool);
        var known = runs.Select(backup.RunFolder).ToHashSet();
        _defects.AddRange(Directory.EnumerateFileSystemEntries(backup.Root).Where(path => !BackupDirectory.Names.Contains(Path.GetFileName(path))).Select(Stranger));
        _defects.AddRange(EntriesIn(backup.Runs).Where(path => !known.Contains(path)).Select(Stranger));
        _defects.AddRange(uploads.Strangers().Select(Stranger));
        _defects.AddRange(uploads.ImageFolders().Where(id => !_pooled.Contains(id)).Select(backup.Pool.FolderOf).Concat(EntriesIn(backup.Pool.Staging)).Select(path =>
            new LibraryDefect(DefectKind.RunLeftover, backup.Pool.Within(path), "It belongs to no run that is complete. The next run uses or removes it.")));
    }

    private static IEnumerable<string> EntriesIn(string folder) => Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder) : [];

    private LibraryDefect Stranger(string path) => new(DefectKind.Stranger, backup.Pool.Within(path), "Piton did not put it there.");

    private void Report(DefectKind kind, string path, string detail) => _defects.Add(new LibraryDefect(kind, backup.Pool.Within(path), detail));
}
