namespace Piton.Domain.Library;

/// <summary>What a run of a backup made.</summary>
/// <param name="Images">How many images are in the backup, those in the trash included.</param>
/// <param name="Files">How many files, those of the catalogue and the accounts included.</param>
/// <param name="Bytes">How many bytes these have.</param>
/// <param name="CopiedImages">How many images this run copied; the others were there.</param>
/// <param name="CopiedBytes">How many bytes this run wrote, but for the list of what is there.</param>
/// <param name="IsNew">Whether there was no backup in the folder before.</param>
/// <param name="Defects">What was found damaged in the library, and is so in the backup; what could not be tidied up.</param>
public sealed record BackupReport(
    long Images, long Files, long Bytes, long CopiedImages, long CopiedBytes, bool IsNew, IReadOnlyList<LibraryDefect> Defects)
{
    /// <summary>Whether the backup holds a library of which nothing is damaged.</summary>
    public bool IsWhole => !Defects.Any(defect => defect.IsDamage);
}
