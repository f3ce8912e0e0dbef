using System.IO.Enumeration;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>What is in <c>uploads/</c>, read off the disk.</summary>
internal sealed class UploadsFolder(DataDirectory directory)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public bool Exists => Directory.Exists(directory.Uploads);

    /// <summary>The ids of all folders that are where an image's folder would be. A million of them cost no memory.</summary>
    public IEnumerable<ImageId> ImageFolders() => Exists ? Shards().SelectMany(ImageFoldersIn) : [];

    /// <summary>The full paths of whatever else is there.</summary>
    public IEnumerable<string> Strangers()
    {
        if (!Exists)
        {
            return [];
        }

        var besides = new FileSystemEnumerable<string>(directory.Uploads, PathOf, Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsShard(ref entry),
        };
        return besides.Concat(Shards().SelectMany(StrangersIn));
    }

    private FileSystemEnumerable<string> Shards() => new(directory.Uploads, PathOf, Everything) { ShouldIncludePredicate = IsShard };

    private static IEnumerable<ImageId> ImageFoldersIn(string shard) =>
        from id in new FileSystemEnumerable<ImageId?>(shard, IdOf, Everything)
        where id is not null
        select id.Value;

    private static ImageId? IdOf(ref FileSystemEntry entry) =>
        entry.IsDirectory && entry.Directory.EndsWith(entry.FileName[..Math.Min(2, entry.FileName.Length)])
        && ImageId.TryParse(entry.FileName, out var id)
            ? id
            : null;

    private static FileSystemEnumerable<string> StrangersIn(string shard) => new(shard, PathOf, Everything)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => IdOf(ref entry) is null,
    };

    private static string PathOf(ref FileSystemEntry entry) => entry.ToFullPath();

    private static bool IsShard(ref FileSystemEntry entry) =>
        entry.IsDirectory && entry.FileName is [var high, var low] && char.IsAsciiHexDigitLower(high) && char.IsAsciiHexDigitLower(low);
}
