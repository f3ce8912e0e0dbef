using NetVips;
using Piton.Domain.Library;
using VipsImage = NetVips.Image;

namespace Piton.Infrastructure.Vips;

/// <summary>Puts libvips into the state in which it may be shown hostile bytes, and refuses a libvips that cannot be.</summary>
internal static class VipsRuntime
{
    /// <summary>The oldest libvips whose loaders are free of known holes.</summary>
    public static readonly Version OldestSafe = new(8, 18, 3);

    private static readonly string[] AllowedLoaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp", "VipsForeignLoadHeif"];

    private static readonly Lazy<Version> Started = new(SetUp);

    /// <summary>What decodes, name and version, for reports.</summary>
    public static string Decoder => $"libvips {Started.Value}";

    /// <summary>Whether libvips has asked for memory in vain since <see cref="ForgetShortage"/>. It reports that as it reports damage.</summary>
    public static bool WasShortOfMemory { get; private set; }

    public static void ForgetShortage() => WasShortOfMemory = false;

    /// <summary>Sets up libvips for the whole process; a second call does nothing.</summary>
    /// <exception cref="LibraryException">libvips is missing, too old, or does not block its untrusted loaders.</exception>
    public static void Start() => _ = Started.Value;

    /// <summary>Whether an operation failed for want of memory; codecs that ask the system themselves say so in words of their own.</summary>
    public static bool IsShortage(VipsException fault) => WasShortOfMemory
        || fault.Message.Contains("failed to allocate", StringComparison.Ordinal)
        || fault.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase);

    /// <summary>The rule that <see cref="Start"/> applies.</summary>
    /// <param name="found">The version of the libvips in this process.</param>
    /// <param name="blocksUntrusted">Whether it refuses to open formats whose loaders were not made for hostile input.</param>
    /// <exception cref="LibraryException">One of the two is not as it must be.</exception>
    public static void Require(Version found, bool blocksUntrusted)
    {
        if (found < OldestSafe)
        {
            throw new LibraryException($"libvips {found} has known holes; Piton needs {OldestSafe} or newer, as comes with it.");
        }

        if (!blocksUntrusted)
        {
            throw new LibraryException($"libvips {found} still opens untrusted formats; Piton needs {OldestSafe} or newer.");
        }
    }

    private static Version SetUp()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            throw new LibraryException($"libvips cannot be loaded; Piton needs {OldestSafe} or newer.", ModuleInitializer.Exception);
        }

        var found = new Version(NetVips.NetVips.Version(0), NetVips.NetVips.Version(1), NetVips.NetVips.Version(2));
        if (found < OldestSafe)
        {
            Require(found, blocksUntrusted: true);
        }

        // Parallelism comes from parallel conversions, and no two conversions have an operation in common.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        BlockLoaders();

        // libvips would print what it thinks of each damaged file to stderr, and strangers send those.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, static (_, _, message) =>
            WasShortOfMemory |= message.StartsWith("out of memory", StringComparison.Ordinal));
        Require(found, BlocksUntrusted());
        return found;
    }

    private static void BlockLoaders()
    {
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in AllowedLoaders)
        {
            Operation.Block(loader, false);
        }
    }

    /// <summary>Asks rather than trusts: SVG is the best known of the untrusted formats, and TIFF is not on the list.</summary>
    private static bool BlocksUntrusted() =>
        VipsImage.FindLoadBuffer("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"u8) is null
        && VipsImage.FindLoadBuffer("II*\0\b\0\0\0"u8) is null;
}
