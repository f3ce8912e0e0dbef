using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Importing;

/// <summary>A folder of somebody else's. What is opened in it is in it, whatever links and renames make of its paths meanwhile.</summary>
/// <param name="root">Without links in its path.</param>
internal sealed class SourceFolder(string root)
{
    // What the runtime makes of bytes that are no UTF-8.
    private const char NotText = '\ufffd';

    public string Root => root;

    /// <returns>Null where there is no folder that may be read.</returns>
    public static SourceFolder? Find(string path)
    {
        if (!Directory.Exists(path))
        {
            return null;
        }

        try
        {
            using var handle = Posix.OpenDirectory(path);
            return new SourceFolder(Posix.RealPathOf(handle));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public string PathOf(string place) => Path.Combine(root, place);

    /// <summary>Opens a file for reading; says why not where it cannot.</summary>
    public OpenedImport Open(string place)
    {
        try
        {
            // A pipe is opened as well, and nobody waits for its other end.
            return Posix.OpenReadAtOnce(PathOf(place)) is { } handle
                ? Check(place, StoredFile.Of(PathOf(place), handle), Posix.RealPathOf(handle))
                : new OpenedImport(null, RefusalOfName(place) ?? new ImportRefusal(place, ImportFlaw.MissingFile, "There is no such file."));
        }
        catch (NotSupportedException)
        {
            return Refused(place, ImportFlaw.NotAFile, "It is no file that can be read from start to end.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(place, ImportFlaw.Unreadable, $"It cannot be read: {e.Message}");
        }
    }

    /// <summary>Of something that is not found by its name: null unless the name is why.</summary>
    public static ImportRefusal? RefusalOfName(string place) => place.Contains(NotText)
        ? new ImportRefusal(place, ImportFlaw.BadName, "Its name is not in UTF-8, so it cannot be found by it. Rename it: convmv -r -f latin1 -t utf8 --notest, say.")
        : null;

    private OpenedImport Check(string place, StoredFile file, string realPath)
    {
        var refused = !realPath.StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? Refused(place, ImportFlaw.OutsideFolder, "A link leads out of the folder that is imported.")
            : Directory.Exists(realPath) ? Refused(place, ImportFlaw.NotAFile, "It is a folder.") : null;
        if (refused is null)
        {
            return new OpenedImport(file, null);
        }

        file.Dispose();
        return refused;
    }

    private static OpenedImport Refused(string place, ImportFlaw flaw, string detail) => new(null, new ImportRefusal(place, flaw, detail));
}
