using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Tells a library that has lost its catalogue from one that is new, and from one whose first uploads a crash interrupted.</summary>
internal sealed class LostCatalogue(DataDirectory directory, UploadsFolder uploads)
{
    // A crash leaves as many folders without a line as there were uploads in their last step.
    private const int MostInterrupted = 16;

    /// <summary>Whether there is no log, or not one byte in it, although there are images.</summary>
    public bool IsGone => new FileInfo(directory.Catalogue) is not { Exists: true, Length: > 0 } && uploads.ImageFolders().Any();

    /// <summary>Whether a log that holds no image stands beside more of them than a crash explains.</summary>
    public bool IsBlank(int imagesInLog) => imagesInLog == 0 && uploads.ImageFolders().Skip(MostInterrupted).Any();

    /// <summary>What the operator is told.</summary>
    public LibraryException Refusal() => new(
        $"The catalogue {directory.Catalogue} is empty or missing, but {directory.Uploads} holds images. Nothing was changed. "
        + "Restore images.jsonl from a backup, or rebuild it from what is kept beside the images: piton verify --repair.");
}
