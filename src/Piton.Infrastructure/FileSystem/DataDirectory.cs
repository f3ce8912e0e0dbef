using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The data folder and what is where in it. Paths are made of ids and fixed words only.</summary>
internal sealed class DataDirectory
{
    /// <summary>Of a folder: owner and group (a web server that sends the files, say); nobody else.</summary>
    public const uint SharedMode = 0b111_101_000;

    /// <summary>Of a folder: its owner alone.</summary>
    public const uint PrivateMode = 0b111_000_000;

    public DataDirectory(IOptions<DataDirectoryOptions> options)
        : this(options.Value.DataDirectory)
    {
    }

    public DataDirectory(string root)
    {
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
    }

    public string Root { get; }

    /// <summary>What the rest of Piton may know of it.</summary>
    public LibraryLocation Location => new(Root);

    /// <summary>The log of the JSON catalogue.</summary>
    public string Catalogue => $"{Root}/{JsonImageCatalog.FileName}";

    public string Uploads => Root + "/uploads";

    public string Staging => Root + "/staging";

    public string Orphans => Root + "/orphans";

    public string Keys => Root + "/keys";

    public string LockFile => Root + "/lock";

    /// <summary>There while a restore is not complete.</summary>
    public string RestoreMark => Root + "/restore-unfinished";

    /// <summary>The folder above the image's own, named after the first two digits of its id.</summary>
    public string ShardOf(ImageId id) => $"{Uploads}/{id.ToString().AsSpan(0, 2)}";

    public string FolderOf(ImageId id)
    {
        var text = id.ToString();
        return $"{Uploads}/{text.AsSpan(0, 2)}/{text}";
    }

    /// <summary>A path in <c>staging/</c> that nothing has; not created yet.</summary>
    public string NewStagingPath() => $"{Staging}/{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    /// <summary>A path as people are told it: within the data folder.</summary>
    public string Within(string path) => path[(Root.Length + 1)..];

    /// <summary>Deletes what interrupted uploads and removals left in <c>staging/</c>.</summary>
    public void ClearStaging()
    {
        foreach (var entry in new DirectoryInfo(Staging).EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <summary>Creates the folders that are missing, and puts all of them on disk: who created one before may have died before it was.</summary>
    /// <exception cref="LibraryException">They cannot be created.</exception>
    public void Create()
    {
        ReadOnlyDisk.Refuse(this);
        try
        {
            var parent = Path.GetDirectoryName(Root) ?? "/";
            Directory.CreateDirectory(parent);
            var created = Posix.MakeDirectory(Root, SharedMode);
            Posix.MakeDirectory(Uploads, SharedMode);
            Posix.MakeDirectory(Staging, PrivateMode);
            Posix.MakeDirectory(Orphans, PrivateMode);
            Posix.MakeDirectory(Keys, PrivateMode);
            Sync(parent, mayBeAnothers: !created);
            string[] own = [Root, Uploads, Staging, Orphans, Keys];
            if (own.Concat(Directory.EnumerateDirectories(Uploads)).FirstOrDefault(folder => !Posix.IsWritableDirectory(folder)) is { } shut)
            {
                throw new UnauthorizedAccessException($"Nothing can be written in {shut}.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(
                $"The data folder {Root} cannot be set up: {e.Message} Give it to the user that runs Piton, or set Piton:DataDirectory.", e);
        }
    }

    private void Sync(string parent, bool mayBeAnothers)
    {
        Posix.SyncDirectory(Root);
        try
        {
            Posix.SyncDirectory(parent);
        }
        catch (UnauthorizedAccessException) when (mayBeAnothers)
        {
            // Whoever made the data folder in a place that this user cannot read has answered for it.
        }
    }
}
