using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json;

namespace Piton.Infrastructure.Library;

/// <summary>Tells a library that has lost its catalogue, or the newer part of it, from one that is new, and from one whose last uploads a crash interrupted.</summary>
internal sealed class LostCatalogue(DataDirectory directory, UploadsFolder uploads)
{
    /// <summary>Whether there is no log, or not one byte in it, although there are images.</summary>
    public bool IsGone => new FileInfo(directory.Catalogue) is not { Exists: true, Length: > 0 } && uploads.ImageFolders().Any();

    /// <summary>Whether a log lacks more images than a crash explains, as one from a backup does, or one that somebody emptied.</summary>
    /// <param name="imagesInLog">How many it has.</param>
    /// <param name="unlisted">The folders of images that it neither knows nor says to be removed.</param>
    public bool Lacks(int imagesInLog, IReadOnlyCollection<ImageId> unlisted) =>
        unlisted.Count > Interruption.MostUploads || (imagesInLog == 0 && unlisted.Any(id => ImageFolder.IsWhole(directory.FolderOf(id), id)));

    /// <summary>What the operator is told where <see cref="IsGone"/>.</summary>
    public LibraryException Gone() => Refusal("is empty or missing, but there are images");

    /// <summary>What the operator is told where it <see cref="Lacks"/> images.</summary>
    public LibraryException Lacking(int unlisted) =>
        Refusal($"does not know {unlisted} of the images that are there, and no crash explains as many. It may be older than they are");

    private LibraryException Refusal(string flaw) =>
        new($"The catalogue {directory.Catalogue} {flaw} (in {directory.Uploads}). Nothing was changed. {CatalogLine.Kind.Advice}");
}
