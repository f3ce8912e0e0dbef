namespace Piton.Domain.Library;

/// <summary>Checks and mends the whole library, catalogue against files, and tidies its logs.</summary>
public interface ILibraryInspector
{
    /// <summary>
    /// Reads every line of the catalogue and every byte of every file, and changes nothing. Works where the catalogue is too damaged to be opened, and beside all
    /// else where this process has the library open.
    /// </summary>
    /// <param name="progress">Told after each image how many are done.</param>
    /// <param name="cancellationToken">Heeded between one image and the next.</param>
    /// <exception cref="LibraryException">There is no library, or another process has it; to repair it, it must not be open in this one either.</exception>
    Task<LibraryReport> InspectAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// The same, and rebuilds what can be rebuilt: the catalogue, from its undamaged lines and from what is kept beside the files, which
    /// takes in the images that it does not know, as private ones; what is kept beside the files, from the catalogue. Pictures that are
    /// damaged or missing stay so. Nothing is deleted that anyone could miss.
    /// </summary>
    /// <inheritdoc cref="InspectAsync"/>
    Task<LibraryReport> RepairAsync(IProgress<LibraryProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Writes each log of the open library that can hold things out of date anew without them, beside all else. What is said of an image, an account or a session
    /// stays what it was.
    /// </summary>
    /// <param name="cancellationToken">Heeded between one log and the next, and until a new one takes the old one's place.</param>
    /// <exception cref="LibraryException">The disk failed, or a log is damaged; nothing is lost by it.</exception>
    Task<IReadOnlyList<CompactedLog>> CompactAsync(CancellationToken cancellationToken);
}
