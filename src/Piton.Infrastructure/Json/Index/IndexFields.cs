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
/// <param name="Fingerprint">Of the source, by <see cref="FingerprintOf"/>.</param>
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
        FingerprintOf(image.Source.Hash));

    /// <summary>64 bits of a hash: enough to find candidates, which the log then confirms.</summary>
    public static ulong FingerprintOf(ContentHash hash) => (ulong)hash.Low;
}
