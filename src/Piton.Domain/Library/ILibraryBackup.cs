namespace Piton.Domain.Library;

/// <summary>
/// Copies of the whole library in folders of their own, on another disk best of all. A folder holds one backup, which each run brings up to
/// date; until a run is complete, the one before it is there and whole.
/// </summary>
public interface ILibraryBackup
{
    /// <summary>
    /// Makes a backup of the open library as it is at one moment, while others work on it. Only pictures that the folder lacks are copied. An image that
    /// is removed for good meanwhile is in it whole or not at all.
    /// </summary>
    /// <param name="folder">An absolute path: of a folder that does not exist in one that does, of an empty one, or of an earlier backup.</param>
    /// <param name="mustExist">Whether an earlier backup has to be there: a disk that is not mounted has none.</param>
    /// <param name="progress">Told of images; null where nobody wants to know.</param>
    /// <param name="cancellationToken">Heeded between one image and the next; the earlier backup stays.</param>
    /// <returns>What is in it, and what of the library was found damaged on the way and is so in the backup.</returns>
    /// <exception cref="LibraryException">It could not be made; the earlier one is as it was.</exception>
    Task<BackupReport> BackUpAsync(string folder, bool mustExist, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Reads every byte of a backup and changes nothing.</summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="progress">Told of files; null where nobody wants to know.</param>
    /// <param name="cancellationToken">Heeded between one file and the next.</param>
    /// <exception cref="LibraryException">There is no backup, or a run is at work on it.</exception>
    Task<LibraryReport> InspectAsync(string folder, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Inspects a backup, and where it is whole brings it into the data folder, which has to be empty and in nobody's use. Where it is not, nothing is
    /// created, unless that is wanted: then whatever can be read is brought back, damaged pictures as they are. A restore that is interrupted leaves a folder that no Piton opens, and that the next restore may begin anew.
    /// </summary>
    /// <param name="folder">An absolute path.</param>
    /// <param name="evenIfDamaged">Whether to bring back what there is of a backup that is damaged. What of it opens no library is put beside.</param>
    /// <param name="progress">Told of files, of both turns; null where nobody wants to know.</param>
    /// <param name="cancellationToken">Heeded between one file and the next.</param>
    /// <returns>What the inspection found, and what was put beside; where it is whole or was to be restored all the same, the library is there.</returns>
    /// <exception cref="LibraryException">There is no backup, or the data folder cannot take it.</exception>
    Task<LibraryReport> RestoreAsync(string folder, bool evenIfDamaged, IProgress<LibraryProgress>? progress, CancellationToken cancellationToken);
}
