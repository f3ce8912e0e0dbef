using System.Globalization;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>
/// The folder of a backup and what is where in it. <c>uploads/</c> is a pool of the folders of images, laid out as in the data folder; <c>runs/</c>
/// has a folder for each complete run, with the list of all that belongs to it and, in <c>data/</c>, what else belongs in the data folder.
/// </summary>
internal sealed class BackupDirectory(string root)
{
    private const string NumberFormat = "D6";

    /// <summary>The pool, and where a run works until it is complete.</summary>
    public DataDirectory Pool { get; } = new(root);

    public string Root => Pool.Root;

    /// <summary>What makes the folder a backup; locked by whoever works on it.</summary>
    public string Marker => Root + "/piton-backup.json";

    /// <summary>What is in <see cref="Marker"/>.</summary>
    public static byte[] MarkerContent => LogHeader.Create("backup");

    public string Runs => Root + "/runs";

    /// <summary>The names in <see cref="Root"/>; <c>lost+found</c> is the file system's, where the backup has one of its own.</summary>
    public static IReadOnlyList<string> Names { get; } = ["piton-backup.json", "runs", "uploads", "staging", "lost+found"];

    public string RunFolder(long number) => $"{Runs}/{number.ToString(NumberFormat, CultureInfo.InvariantCulture)}";

    /// <summary>The list of what belongs to a run.</summary>
    public static string ManifestOf(string runFolder) => runFolder + "/manifest.jsonl";

    /// <summary>What a run has of its own, laid out as in the data folder.</summary>
    public static string DataOf(string runFolder) => runFolder + "/data";

    /// <summary>Where the files of a folder are.</summary>
    public string PlaceOf(string runFolder, ManifestFolder folder) => Path.Join(folder.IsPooled ? Root : DataOf(runFolder), folder.Path);

    /// <summary>The runs that are complete, the newest last. There are several only where one was interrupted while it removed those before it.</summary>
    public IReadOnlyList<long> RunNumbers() => Directory.Exists(Runs)
        ? [.. Directory.EnumerateDirectories(Runs).Select(NumberOf).OfType<long>().Order()]
        : [];

    private long? NumberOf(string runFolder) =>
        long.TryParse(Path.GetFileName(runFolder), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && RunFolder(number) == runFolder
            ? number
            : null;
}
