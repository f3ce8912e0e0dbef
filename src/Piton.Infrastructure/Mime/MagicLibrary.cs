using System.Runtime.InteropServices;
using HeyRed.Mime;

namespace Piton.Infrastructure.Mime;

/// <summary>Chooses which libmagic answers: the machine's own where there is one, else the x64 one that comes with Piton.</summary>
internal static class MagicLibrary
{
    private const string ImportedName = "libmagic-1";
    private const string SystemName = "libmagic.so.1";

    private static readonly Lazy<string?> SystemDatabase = new(UseSystemLibrary);

    /// <summary>A fresh instance for the use of one thread at a time.</summary>
    public static Magic Open() => new(MagicOpenFlags.MAGIC_MIME_TYPE, SystemDatabase.Value);

    /// <returns>Where the machine keeps its database; null to use the one that comes with Piton.</returns>
    private static string? UseSystemLibrary()
    {
        if (!NativeLibrary.TryLoad(SystemName, out var library))
        {
            return null;
        }

        // A library reads only databases of its own version, so the two are taken from the same place.
        var database = DefaultDatabase(library);
        if (database is null)
        {
            return null;
        }

        NativeLibrary.SetDllImportResolver(typeof(Magic).Assembly, (name, _, _) => name == ImportedName ? library : 0);
        return database;
    }

    private static unsafe string? DefaultDatabase(nint library)
    {
        const int load = 0;
        if (!NativeLibrary.TryGetExport(library, "magic_getpath", out var export))
        {
            return null;
        }

        var getPath = (delegate* unmanaged[Cdecl]<byte*, int, byte*>)export;
        var path = Marshal.PtrToStringUTF8((nint)getPath(null, load));
        return path?.Split(':').Any(HasDatabase) == true ? path : null;
    }

    private static bool HasDatabase(string path) =>
        File.Exists(path + ".mgc") || path.EndsWith(".mgc", StringComparison.Ordinal) && File.Exists(path);
}
