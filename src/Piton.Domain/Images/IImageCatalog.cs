using Piton.Domain.Access;

namespace Piton.Domain.Images;

/// <summary>
/// The metadata of the library. What a method says was written is on disk when it returns, and survives a power cut.
/// Reads see every write that has returned. Safe to call from many threads at once; writes that come together share their way to disk.
/// </summary>
/// <remarks>A damaged catalogue is a fault, and throws.</remarks>
public interface IImageCatalog
{
    /// <summary>Adds an image, unless its owner has one with the same source that is not in the trash.</summary>
    /// <param name="image">The image.</param>
    /// <param name="quota">What its owner may have; however many are added at once, they never have more. One without an owner has no quota.</param>
    /// <param name="cancellationToken">Heeded until the image is on its way to disk.</param>
    /// <returns><see cref="CatalogOutcome.Done"/> with the image; <see cref="CatalogOutcome.Duplicate"/> with the one that was there
    /// before; <see cref="CatalogOutcome.OverQuota"/>; or why nothing could be written.</returns>
    /// <exception cref="ArgumentException">The catalogue has an image with that id.</exception>
    Task<CatalogChange> AddAsync(Image image, StorageQuota quota, CancellationToken cancellationToken);

    /// <summary>The image with that id, in the trash or not; null where there is none.</summary>
    Task<Image?> GetAsync(ImageId id, CancellationToken cancellationToken);

    /// <summary>The image of that owner made from that source and not in the trash; null where there is none.</summary>
    Task<Image?> FindDuplicateAsync(AccountId? owner, ContentHash source, CancellationToken cancellationToken);

    /// <summary>The image that has that old name and is not in the trash; null where there is none.</summary>
    Task<Image?> FindByOldNameAsync(string oldName, CancellationToken cancellationToken);

    /// <summary>Replaces an image by what <paramref name="change"/> makes of it. No other change of it comes between.</summary>
    /// <param name="id">Which image.</param>
    /// <param name="change">Pure and quick. It gets the image as it is and returns it as it shall be, or null to leave it alone.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way to disk.</param>
    /// <returns><see cref="CatalogOutcome.Done"/> with the image as it is now; <see cref="CatalogOutcome.Missing"/> where there is none or
    /// <paramref name="change"/> returned null; <see cref="CatalogOutcome.Duplicate"/> where the change would take the image out of the
    /// trash while its owner has another with the same source, with that other one; or why nothing could be written.</returns>
    Task<CatalogChange> UpdateAsync(ImageId id, Func<Image, Image?> change, CancellationToken cancellationToken);

    /// <summary>Forgets an image for good.</summary>
    /// <param name="id">Which image.</param>
    /// <param name="condition">Asked of the image as it is, with no change between question and removal.</param>
    /// <param name="cancellationToken">Heeded until the removal is on its way to disk.</param>
    /// <returns><see cref="CatalogOutcome.Done"/> with the image as it was; <see cref="CatalogOutcome.Missing"/> where there is none or
    /// <paramref name="condition"/> was false; or why nothing could be written.</returns>
    Task<CatalogChange> RemoveAsync(ImageId id, Func<Image, bool> condition, CancellationToken cancellationToken);
}
