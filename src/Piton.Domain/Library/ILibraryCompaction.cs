namespace Piton.Domain.Library;

/// <summary>Writes the logs of the library anew, beside all else.</summary>
public interface ILibraryCompaction
{
    /// <summary>Writes each log that holds things out of date anew without them. What is said of an image, an account or a session stays what it was.</summary>
    /// <param name="cancellationToken">Heeded between one log and the next, and until a new one takes the old one's place.</param>
    /// <exception cref="LibraryException">The disk failed; nothing is lost.</exception>
    Task<IReadOnlyList<CompactedLog>> CompactAsync(CancellationToken cancellationToken);
}
