using System.Buffers;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Backup;

/// <summary>A folder in a backup.</summary>
/// <param name="Path">Where in the data folder it belongs: <see cref="Root"/>, <see cref="Keys"/> or that of an image.</param>
/// <param name="IsPooled">Whether it is in the pool, which runs share, or the run's own.</param>
/// <param name="Files">What is in it.</param>
internal sealed record ManifestFolder(string Path, bool IsPooled, IReadOnlyList<ManifestFile> Files)
{
    /// <summary>The data folder itself.</summary>
    public const string Root = "";

    public const string Keys = "keys";

    private const string Uploads = "uploads";
    private const int ShardLength = 2;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The image whose folder it is; null where it is none.</summary>
    public ImageId? Image => Path.Split('/') is [Uploads, var shard, var name]
        && ImageId.TryParse(name, out var id) && shard == name[..ShardLength] ? id : null;

    public static ManifestFolder Of(ImageId id, bool isPooled, IReadOnlyList<ManifestFile> files) =>
        new($"{Uploads}/{id.ToString().AsSpan(0, ShardLength)}/{id}", isPooled, files);

    /// <summary>What in it no run writes, and a restore would not put anywhere; null where it is sound.</summary>
    public string? FindFlaw() =>
        Image is null && (IsPooled || Path is not (Root or Keys)) ? $"the folder “{Path}” does not belong in a backup"
        : Files.FirstOrDefault(file => !IsName(file.Name)) is { } file ? $"“{file.Name}” is not the name of a file that belongs in a backup"
        : null;

    private static bool IsName(string name) => name.Length > 0 && name[0] != '.' && !name.AsSpan().ContainsAnyExcept(NameCharacters);
}
