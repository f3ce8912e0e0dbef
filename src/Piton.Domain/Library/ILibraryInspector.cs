namespace Piton.Domain.Library;

/// <summary>Checks the whole library, catalogue against files, while nothing else uses it.</summary>
public interface ILibraryInspector
{
    /// <summary>Reads every line of the catalogue and every byte of every file. Works where the catalogue is too damaged to be opened.</summary>
    /// <param name="repair">
    /// Whether to rebuild what can be rebuilt: the catalogue, from its undamaged lines and from what is kept beside the files; what is
    /// kept beside the files, from the catalogue. Pictures that are damaged or missing stay so. Nothing is deleted that anyone could miss.
    /// </param>
    /// <param name="cancellationToken">Heeded between one image and the next.</param>
    /// <exception cref="LibraryException">There is no library, or it is in use.</exception>
    Task<LibraryReport> InspectAsync(bool repair, CancellationToken cancellationToken);
}
