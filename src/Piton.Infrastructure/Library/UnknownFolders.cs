using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>The folders of images that the catalogue does not know.</summary>
/// <param name="Removed">Those that it says were removed: all that is left to do is to tidy up.</param>
/// <param name="Unlisted">Those of which it says nothing: uploads that were interrupted, or that are newer than the catalogue.</param>
internal sealed record UnknownFolders(IReadOnlyList<ImageId> Removed, IReadOnlyList<ImageId> Unlisted)
{
    public static UnknownFolders Find(UploadsFolder uploads, Func<ImageId, bool> isKnown, Func<ImageId, bool> wasRemoved)
    {
        var unknown = uploads.ImageFolders().Where(id => !isKnown(id)).ToLookup(wasRemoved);
        return new UnknownFolders([.. unknown[true]], [.. unknown[false]]);
    }
}
