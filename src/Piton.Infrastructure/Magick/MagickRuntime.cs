using ImageMagick;
using Piton.Domain.Library;

namespace Piton.Infrastructure.Magick;

/// <summary>Puts ImageMagick into the state in which it may be shown hostile bytes. Its libraries are loaded by the first use, and not before.</summary>
internal static class MagickRuntime
{
    // The largest picture that any setting allows, 16,383 by 16,383 pixels, at four bytes each.
    private const ulong MaxPixelBytes = 1UL << 30;

    private const ulong MaxProfileBytes = 8UL << 20;

    private static readonly Lazy<string> Started = new(SetUp);

    /// <summary>What read a picture, as the report names it.</summary>
    public static string Decoder => $"ImageMagick {Started.Value}";

    /// <summary>Sets up ImageMagick for the whole process; a second call does nothing.</summary>
    /// <exception cref="LibraryException">Its policy, which lies beside the program, is not in force.</exception>
    public static void Start() => _ = Started.Value;

    /// <returns>Its version.</returns>
    private static string SetUp()
    {
        MagickNET.SetEnvironmentVariable("MAGICK_CONFIGURE_PATH", Path.Combine(AppContext.BaseDirectory, "magick"));

        // Parallelism comes from parallel conversions; and what does not fit into memory is refused, not put on the disk.
        ResourceLimits.Thread = 1;
        ResourceLimits.Disk = 0;
        ResourceLimits.Area = MaxPixelBytes;
        ResourceLimits.Memory = MaxPixelBytes;
        ResourceLimits.MaxProfileSize = MaxProfileBytes;
        return BlocksOtherCoders()
            ? MagickNET.ImageMagickVersion.Split(' ')[1]
            : throw new LibraryException("ImageMagick does not obey the policy that comes with Piton. Is magick/policy.xml beside the program?");
    }

    /// <summary>Asks rather than trusts: no PNG is to be read here, not even by its header.</summary>
    private static bool BlocksOtherCoders()
    {
        try
        {
            _ = new MagickImageInfo([0x89], new MagickReadSettings { Format = MagickFormat.Png });
            return false;
        }
        catch (MagickPolicyErrorException)
        {
            return true;
        }
        catch (MagickException)
        {
            return false;
        }
    }
}
