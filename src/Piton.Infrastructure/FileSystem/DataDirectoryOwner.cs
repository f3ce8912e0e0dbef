using System.ComponentModel;
using Piton.Domain.Library;

namespace Piton.Infrastructure.FileSystem;

/// <summary>Keeps the data folder in one user's hands, so that a command run as root leaves nothing the server cannot change.</summary>
internal static class DataDirectoryOwner
{
    /// <summary>Where root runs Piton on a folder of another user's, becomes that user. To be called before anything is written.</summary>
    /// <exception cref="LibraryException">The system does not let it.</exception>
    public static void Become(DataDirectory directory)
    {
        if (Posix.EffectiveUser() != 0 || Posix.OwnerOf(directory.Root) is not { User: not 0 } owner)
        {
            return;
        }

        try
        {
            Posix.BecomeUser(owner.User, owner.Group);
        }
        catch (Win32Exception e)
        {
            throw new LibraryException(
                $"The data folder {directory.Root} belongs to user {owner.User}, whom root cannot become here ({e.Message}). Run Piton as that user.", e);
        }
    }
}
