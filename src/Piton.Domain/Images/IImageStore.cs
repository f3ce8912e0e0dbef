namespace Piton.Domain.Images;

/// <summary>
/// The bytes of the library. A file never changes once it is committed, and is never seen half-written. Nothing that comes from outside
/// becomes part of a path. Safe to call from many threads at once.
/// </summary>
public interface IImageStore
{
    /// <summary>Takes in an upload and hashes it on the way, without holding it in memory.</summary>
    /// <param name="content">Read to its end, or until it is longer than allowed.</param>
    /// <param name="maxBytes">The most bytes that <paramref name="content"/> may have.</param>
    /// <param name="cancellationToken">Leaves nothing behind.</param>
    Task<StageResult> StageAsync(Stream content, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Makes the files of an image permanent, all of them or none, on disk when it returns.</summary>
    /// <param name="upload">What the files were made from; its bytes become the original where <see cref="ImageSource.Kept"/> says so, and are given up where not.</param>
    /// <param name="image">All that is known of the image; kept beside its files so that a lost catalogue can be rebuilt.</param>
    /// <param name="files">The bytes of <see cref="Image.Renditions"/>, in that order.</param>
    /// <param name="cancellationToken">Heeded until the files become visible; leaves nothing behind.</param>
    Task<CommitOutcome> CommitAsync(IStagedUpload upload, Image image, IReadOnlyList<EncodedRendition> files, CancellationToken cancellationToken);

    /// <summary>Opens a committed file for reading: seekable, positioned at its start.</summary>
    /// <returns>Null where there is no such file.</returns>
    /// <exception cref="InvalidDataException">It is not as long as it was.</exception>
    Task<Stream?> OpenAsync(ImageId id, Rendition rendition, CancellationToken cancellationToken);

    /// <summary>Opens a kept original for reading: seekable, positioned at its start, its bytes as they came.</summary>
    /// <returns>Null where there is none.</returns>
    Task<Stream?> OpenOriginalAsync(ImageId id, ImageSource source, CancellationToken cancellationToken);

    /// <summary>Deletes all files of an image; none being there is no error.</summary>
    Task DeleteAsync(ImageId id, CancellationToken cancellationToken);
}
