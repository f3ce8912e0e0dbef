using System.Text;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Access;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// Brings a whole backup into an empty data folder. A mark is in the folder from before the first file until all are on disk, and keeps
/// everybody else out; where it was left, the next restore begins anew.
/// </summary>
internal sealed class LibraryRestore(DataDirectory library, BackupFiles files, BackupDirectory backup, IProgress<LibraryProgress>? progress)
{
    // Their flushes share the way to disk.
    private const int AtOnce = 4;

    private const string DamagedSuffix = ".damaged";

    private static readonly HashSet<string> NotOfALibrary = ["lock", "lost+found"];

    private long _done;

    /// <summary>Refuses a data folder that cannot take a backup, and changes nothing.</summary>
    /// <exception cref="LibraryException">It is not empty, or in use.</exception>
    public void RefuseUnlessEmpty()
    {
        if (Places.IsWithin(library.Root, backup.Root))
        {
            throw new LibraryException($"The data folder {library.Root} is in the backup. Set Piton:DataDirectory to another folder.");
        }

        if (File.Exists(library.LockFile))
        {
            DataDirectoryLock.Take(library).Dispose();
        }

        if (Directory.Exists(library.Root) && Strangers() is [var stranger, ..])
        {
            throw new LibraryException(
                $"The data folder {library.Root} is not empty: {stranger} is in it. A backup is restored into an empty folder only. "
                + "Move away what is there, or set Piton:DataDirectory to another folder.");
        }
    }

    /// <param name="count">How many files there are.</param>
    /// <param name="cancellationToken">Heeded between one file and the next; what was created is removed.</param>
    /// <exception cref="LibraryException">The data folder is not empty, or in use.</exception>
    /// <exception cref="IOException">It cannot be written, or the backup cannot be read any more; what was created is removed as far as possible.</exception>
    public Task RunAsync(long count, CancellationToken cancellationToken) => PutAsync(() => CopyAllAsync(count, cancellationToken));

    /// <summary>Brings back what there is of a backup that is damaged, as it is; a log that would keep the library from being opened is put beside.</summary>
    /// <returns>What was put beside, and whether there are no accounts.</returns>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<IReadOnlyList<LibraryDefect>> SalvageAsync(long count, CancellationToken cancellationToken)
    {
        IReadOnlyList<LibraryDefect> aside = [];
        await PutAsync(async () =>
        {
            await SalvageAllAsync(count, cancellationToken);
            aside = SetAside();
        });
        return aside;
    }

    private async Task PutAsync(Func<Task> copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(library.Root) ?? "/");
        Posix.MakeDirectory(library.Root, DataDirectory.SharedMode);
        using var held = DataDirectoryLock.Take(library);
        RefuseStrangers();
        try
        {
            Mark();
            Empty();
            library.Create();
            await copy();
            files.FlushTree(library.Root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or OperationCanceledException or LibraryException)
        {
            TryTakeBack();
            throw;
        }

        Unmark();
    }

    private void RefuseStrangers()
    {
        if (Strangers() is [var stranger, ..])
        {
            throw new LibraryException($"The data folder {library.Root} is not empty any more: {stranger} is in it.");
        }
    }

    // What an interrupted restore left is its own to remove.
    private List<string> Strangers()
    {
        var known = File.Exists(library.RestoreMark) ? NotOfALibrary.Concat(RestoredNames()) : NotOfALibrary;
        return [.. Directory.EnumerateFileSystemEntries(library.Root).Select(path => Path.GetFileName(path)).Except(known).Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> RestoredNames() =>
        ((string[])[library.Uploads, library.Staging, library.Orphans, library.Keys, library.RestoreMark]).Select(path => library.Within(path)).Concat(LogSnapshots.Names)
            .Concat(LogSnapshots.Names.Select(name => name + DamagedSuffix));

    private void Mark()
    {
        if (!File.Exists(library.RestoreMark))
        {
            files.Write(library.RestoreMark, Encoding.UTF8.GetBytes($"{backup.Root}\n"));
        }

        files.FlushFolder(library.Root);
    }

    private void Unmark()
    {
        File.Delete(library.RestoreMark);
        files.FlushFolder(library.Root);
    }

    private void Empty()
    {
        foreach (var path in RestoredNames().Select(name => $"{library.Root}/{name}").Where(path => path != library.RestoreMark))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            File.Delete(path);
        }
    }

    private void TryTakeBack()
    {
        try
        {
            Empty();
            Unmark();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The mark is there still, and says so to whoever comes next.
        }
    }

    private Task CopyAllAsync(long count, CancellationToken cancellationToken)
    {
        var run = backup.RunFolder(backup.RunNumbers()[^1]);
        var folders = new ManifestReader(BackupDirectory.ManifestOf(run)).ReadAll();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(folders, parallel, (folder, _) =>
        {
            CopyFolder(backup.PlaceOf(run, folder), folder, count);
            return ValueTask.CompletedTask;
        });
    }

    private Task SalvageAllAsync(long count, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(new BackupSalvage(backup).Folders(), parallel, (folder, _) =>
        {
            var home = MakeHome(folder.Path, folder.Image);
            foreach (var path in folder.Files)
            {
                // What cannot be read to its end is missing, which is told as well.
                files.TryCopy(path, $"{home}/{Path.GetFileName(path)}", out string? _, isPrivate: folder.Image is null);
                progress?.Report(new LibraryProgress(Interlocked.Increment(ref _done), count));
            }

            return ValueTask.CompletedTask;
        });
    }

    // The catalogue stays: it is mended from what is beside the pictures, and from those of its lines that are whole.
    private IReadOnlyList<LibraryDefect> SetAside()
    {
        List<LibraryDefect> damaged = [.. AccessLogSurvey.Inspect(library.Root).Where(defect => defect.Kind == DefectKind.LogDamaged)];
        damaged.ForEach(defect => File.Move($"{library.Root}/{defect.Place}", $"{library.Root}/{defect.Place}{DamagedSuffix}"));
        var aside = damaged.ConvertAll(defect => defect with { Detail = $"It is in the data folder as {defect.Place}{DamagedSuffix}; Piton begins a new one without it." });
        return [.. aside, .. BeginAccounts().Where(loss => !aside.Exists(defect => defect.Place == loss.Place))];
    }

    // A start would refuse without them; whoever brings back what there is wants to go on with that.
    private IEnumerable<LibraryDefect> BeginAccounts()
    {
        if (LostAccounts.Find(library.Root) is not { } loss)
        {
            return [];
        }

        files.Write($"{library.Root}/{loss.Place}", LogHeader.Create(new AccountFormat().Kind.Name));
        return [loss with { Detail = "The backup has none that can be read; Piton begins without any account, and asks for a first administrator." }];
    }

    private string MakeHome(string path, ImageId? image)
    {
        var home = Path.Join(library.Root, path).TrimEnd('/');
        if (image is { } id)
        {
            Posix.MakeDirectory(library.ShardOf(id), DataDirectory.SharedMode);
            Posix.MakeDirectory(home, DataDirectory.SharedMode);
        }

        return home;
    }

    private void CopyFolder(string source, ManifestFolder folder, long count)
    {
        var home = MakeHome(folder.Path, folder.Image);
        foreach (var file in folder.Files)
        {
            CopyFile($"{source}/{file.Name}", $"{home}/{file.Name}", file, isPrivate: folder.Image is null);
            progress?.Report(new LibraryProgress(Interlocked.Increment(ref _done), count));
        }
    }

    // It was right when it was inspected, moments ago.
    private void CopyFile(string from, string to, ManifestFile expected, bool isPrivate)
    {
        using var source = StoredFile.Open(from) ?? throw new FileNotFoundException("It is gone.", from);
        var copy = files.Copy((bytes, _) => source.Read(bytes), to, isPrivate);
        if (copy.Flaw is not null || (copy.Bytes, copy.Hash) != (expected.Bytes, expected.Hash))
        {
            throw new IOException($"{from} cannot be read as it was a moment ago. {copy.Flaw}");
        }
    }
}
