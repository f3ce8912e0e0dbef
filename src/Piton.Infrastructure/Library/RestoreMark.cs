using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Library;

/// <summary>Keeps everybody from a data folder into which a backup is being brought, until all of it is there and on disk.</summary>
internal static class RestoreMark
{
    /// <exception cref="LibraryException">A restore into the folder was interrupted.</exception>
    public static void Refuse(DataDirectory directory)
    {
        if (File.Exists(directory.RestoreMark))
        {
            throw new LibraryException(
                $"A restore into {directory.Root} was interrupted, and what is there is not a whole library. Run piton restore once more, which begins anew; "
                + $"or delete everything in {directory.Root}.");
        }
    }
}
