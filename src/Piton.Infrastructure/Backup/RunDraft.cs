using System.Buffers;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>What a run has of its own, in the making: copies of the logs and of the server's secrets.</summary>
internal sealed class RunDraft
{
    private readonly BackupFiles _files;
    private readonly Dictionary<string, ManifestFile> _logs = [];
    private readonly List<ManifestFile> _keys = [];

    /// <param name="folder">A folder that does not exist.</param>
    /// <param name="files">What copies.</param>
    public RunDraft(string folder, BackupFiles files)
    {
        Folder = folder;
        Data = new DataDirectory(BackupDirectory.DataOf(folder));
        _files = files;
        Posix.MakeDirectory(folder, DataDirectory.PrivateMode);
        Posix.MakeDirectory(Data.Root, DataDirectory.PrivateMode);
        Posix.MakeDirectory(Data.Keys, DataDirectory.PrivateMode);
    }

    public string Folder { get; }

    /// <summary>Laid out as a data folder.</summary>
    public DataDirectory Data { get; }

    /// <summary>The keys that were copied.</summary>
    public IReadOnlyList<ManifestFile> Keys => _keys;

    /// <summary>What the manifest is told of it, complete once all is copied.</summary>
    public IEnumerable<ManifestFolder> Folders =>
    [
        new(ManifestFolder.Root, IsPooled: false, [.. _logs.Values]),
        new(ManifestFolder.Keys, IsPooled: false, _keys),
    ];

    public void Copy(LogSnapshot log) => _logs[log.Name] = CopyWhole(log.Read, Data.Root, log.Name);

    /// <summary>Copies the keys, which never change and are there before anything is sealed by them.</summary>
    public void CopyKeys(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.xml"))
        {
            using var key = StoredFile.Open(path) ?? throw new FileNotFoundException("The key is gone.", path);
            _keys.Add(CopyWhole((bytes, _) => key.Read(bytes), Data.Keys, Path.GetFileName(path)));
        }
    }

    /// <summary>Adds to the copy of the catalogue that images are no more.</summary>
    /// <param name="images">Which; each is known to it.</param>
    /// <param name="end">Where it ends.</param>
    public void Remove(IReadOnlyCollection<ImageId> images, LogEnd end)
    {
        if (images.Count == 0)
        {
            return;
        }

        var lines = new ArrayBufferWriter<byte>();
        var body = new ArrayBufferWriter<byte>();
        foreach (var (id, number) in images.Select((id, number) => (id, number)))
        {
            body.ResetWrittenCount();
            CatalogLine.WriteRemove(body, id);
            var line = lines.GetSpan(body.WrittenCount + LogLine.Overhead);
            lines.Advance(LogLine.Write(line, end.NextSequence + number, body.WrittenSpan, endsGroup: true));
        }

        _files.Append(Data.Catalogue, lines.WrittenSpan);
        using var file = StoredFile.Open(Data.Catalogue) ?? throw new FileNotFoundException("The copy is gone.", Data.Catalogue);
        var name = Path.GetFileName(Data.Catalogue);
        _logs[name] = Whole(BackupFiles.Read((bytes, _) => file.Read(bytes)), Data.Catalogue);
    }

    private ManifestFile CopyWhole(BackupFiles.Source source, string folder, string name) =>
        Whole(_files.Copy(source, $"{folder}/{name}"), $"{folder}/{name}");

    private static ManifestFile Whole(CopiedFile copy, string path) => copy.Flaw is null
        ? new ManifestFile(Path.GetFileName(path), copy.Bytes, copy.Hash)
        : throw new IOException($"{Path.GetFileName(path)} cannot be read: {copy.Flaw}");
}
