using System.Globalization;
using Microsoft.Extensions.Logging;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>
/// Takes what an interrupted upload or removal left in <c>uploads/</c> out of it. Nothing is deleted for want of a line: it waits
/// in <c>orphans/</c>, under the day it was found.
/// </summary>
internal sealed partial class OrphanSweep(DataDirectory directory, TimeProvider clock, ILogger<OrphanSweep> logger)
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    /// <summary>Moves aside what is left of images that the catalogue says were removed.</summary>
    public void SetAsideRemoved(IEnumerable<ImageId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogRemoved(logger, id, MoveAside(id));
        }
    }

    /// <summary>Moves aside the folders of images that no line of the catalogue speaks of.</summary>
    public void SetAsideUnlisted(IEnumerable<ImageId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var refuge = MoveAside(id);
            if (ImageFolder.IsWhole(refuge, id))
            {
                LogUnlisted(logger, id, refuge, directory.FolderOf(id));
            }
            else
            {
                LogNameless(logger, id, refuge);
            }
        }
    }

    /// <summary>Deletes what has waited for 30 days.</summary>
    public void Purge()
    {
        foreach (var day in Directory.EnumerateDirectories(directory.Orphans))
        {
            if (DateOnly.TryParseExact(Path.GetFileName(day), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && date < Today.AddDays(-KeepFor.Days))
            {
                Directory.Delete(day, recursive: true);
                LogPurged(logger, day);
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private string MoveAside(ImageId id)
    {
        var day = $"{directory.Orphans}/{Today.ToString(DayFormat, CultureInfo.InvariantCulture)}";
        Posix.MakeDirectory(day, DataDirectory.SharedMode);
        var refuge = FreePath($"{day}/{id}");
        Directory.Move(directory.FolderOf(id), refuge);
        return refuge;
    }

    private static string FreePath(string path)
    {
        var free = path;
        for (var number = 2; Directory.Exists(free); number++)
        {
            free = $"{path}-{number}";
        }

        return free;
    }

    [LoggerMessage(LogLevel.Warning, "Image {Id} was removed, but not its files: they are in {Refuge} now, and go in 30 days")]
    private static partial void LogRemoved(ILogger logger, ImageId id, string refuge);

    [LoggerMessage(LogLevel.Warning, "No line of the catalogue knows image {Id}, whose upload was interrupted or is newer than the catalogue: "
        + "its files are in {Refuge} now, and go in 30 days. To have it in the library, stop Piton, move that folder back to {Home} "
        + "and run piton verify --repair")]
    private static partial void LogUnlisted(ILogger logger, ImageId id, string refuge, string home);

    [LoggerMessage(LogLevel.Warning, "Neither a line of the catalogue nor an image.json knows image {Id}: "
        + "its files are in {Refuge} now, and go in 30 days. What is of worth among them can be uploaded again")]
    private static partial void LogNameless(ILogger logger, ImageId id, string refuge);

    [LoggerMessage(LogLevel.Information, "Deleted {Day}, which has waited for more than 30 days")]
    private static partial void LogPurged(ILogger logger, string day);
}
