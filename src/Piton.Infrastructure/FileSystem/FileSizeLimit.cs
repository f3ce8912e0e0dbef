using Microsoft.Extensions.Options;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>The limit that other options have to leave room for.</summary>
internal static class FileSizeLimit
{
    /// <summary>Bytes of the largest file; 0 where the limits themselves make no sense, which their own validator says.</summary>
    public static long Bytes(this IOptions<ImageLimits> limits)
    {
        try
        {
            return limits.Value.MaxFileBytes;
        }
        catch (OptionsValidationException)
        {
            return 0;
        }
    }
}
