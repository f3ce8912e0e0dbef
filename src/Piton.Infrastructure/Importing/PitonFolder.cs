using Piton.Domain.Images;
using Piton.Infrastructure.Backup;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Access;

namespace Piton.Infrastructure.Importing;

/// <summary>
/// Knows the folders of a Piton, this one's or another's, and its backups. Their files are no pictures of a folder: the catalogue says whose each is and who
/// may see it, and an import would show them to everybody.
/// </summary>
internal static class PitonFolder
{
    /// <param name="folder">Without links in its path.</param>
    /// <param name="own">The data folder of this Piton.</param>
    /// <returns>Why nothing in it is imported; null where it is no Piton's, nor in one of those, nor around this one's.</returns>
    public static ImportRefusal? RefusalOfRoot(string folder, string own) =>
        Places.IsWithin(folder, own) || Places.IsWithin(own, folder)
            ? Refused(".", $"It is Piton's own data folder, {own}, or in it or around it.")
            : Around(folder).Select(place => RefusalOf(place)).FirstOrDefault(refusal => refusal is not null);

    /// <param name="folder">The folder.</param>
    /// <param name="place">How the operator is told of it.</param>
    /// <returns>Null where it is neither a data folder nor a backup.</returns>
    public static ImportRefusal? RefusalOf(string folder, string place = ".")
    {
        var data = new DataDirectory(folder);
        return File.Exists(new BackupDirectory(folder).Marker)
            ? Refused(place, $"{folder} is a backup of a Piton.")
            : Directory.Exists(data.Uploads) && (File.Exists(data.Catalogue) || File.Exists($"{folder}/{JsonAccountCatalog.FileName}"))
            ? Refused(place, $"{folder} is the data folder of a Piton.")
            : null;
    }

    private static ImportRefusal Refused(string place, string what) => new(
        place, ImportFlaw.PitonFolder, $"{what} An import would show to everybody what is private there. A backup comes back by piton restore; see piton restore --help.");

    private static IEnumerable<string> Around(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
