using Microsoft.Extensions.Logging;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Deletes the files of an image that is not in the catalogue, or no more: nobody would come back for them.</summary>
internal sealed partial class ForgottenFiles(IImageStore store, ILogger<ForgottenFiles> logger)
{
    /// <summary>Deletes them. Where the disk does not let go of them that is logged, and changes nothing of what came before.</summary>
    public async Task DeleteAsync(ImageId id)
    {
        try
        {
            await store.DeleteAsync(id, CancellationToken.None);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogLeft(id, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The files of {Id}, which is not in the catalogue, could not be deleted; the next start moves them aside")]
    private partial void LogLeft(ImageId id, Exception fault);
}
