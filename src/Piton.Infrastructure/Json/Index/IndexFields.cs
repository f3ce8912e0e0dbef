using System.Text;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>What the index keeps of an image.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Created">When it was added, in UTC ticks.</param>
/// <param name="IsInTrash">Which of the two listings it is in.</param>
/// <param name="Visibility">Who finds it.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="FoldedName">Its name as <see cref="SearchText.Fold"/> makes it.</param>
/// <param name="Bytes">Of the full rendition.</param>
/// <param name="Stored">Bytes of all its files.</param>
/// <param name="Source">Bytes of the source as it was sent.</param>
/// <param name="Fingerprint">Of the source, by <see cref="FingerprintOf(ContentHash)"/>.</param>
internal readonly record struct IndexFields(
    ImageId Id,
    long Created,
    bool IsInTrash,
    Visibility Visibility,
    AccountId? Owner,
    string FoldedName,
    long Bytes,
    long Stored,
    long Source,
    ulong Fingerprint)
{
    public static IReadOnlyList<ulong> NoOldNames { get; } = [];

    /// <summary>Of its old names, by <see cref="FingerprintOf(string)"/>.</summary>
    public IReadOnlyList<ulong> OldNames { get; init; } = NoOldNames;

    public static IndexFields Of(Image image) => new(
        image.Id,
        image.CreatedAt.UtcTicks,
        image.IsInTrash,
        image.Visibility,
        image.Owner,
        SearchText.Fold(image.Name),
        image.Full.Bytes,
        image.StoredBytes,
        image.Source.Bytes,
        FingerprintOf(image.Source.Hash))
    {
        OldNames = image.OldNames.Count == 0 ? NoOldNames : [.. image.OldNames.Select(FingerprintOf)],
    };

    /// <summary>64 bits of a hash: enough to find candidates, which the log then confirms.</summary>
    public static ulong FingerprintOf(ContentHash hash) => (ulong)hash.Low;

    /// <summary>64 bits of an old name.</summary>
    public static ulong FingerprintOf(string oldName) => FingerprintOf(ContentHash.Of(Encoding.UTF8.GetBytes(oldName)));
}
