using System.Globalization;
using Microsoft.Extensions.Logging;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>
/// Takes what an interrupted upload or removal left in <c>uploads/</c> out of it. Nothing is deleted for want of a line: it waits
/// in <c>orphans/</c>, under the day it was found.
/// </summary>
internal sealed partial class OrphanSweep(DataDirectory directory, UploadsFolder uploads, TimeProvider clock, ILogger<OrphanSweep> logger)
{
    private const string DayFormat = "yyyy-MM-dd";

    private static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    /// <summary>Moves the folders aside that <paramref name="isKnown"/> is false for.</summary>
    /// <returns>Which.</returns>
    public IReadOnlyList<ImageId> MoveAside(Func<ImageId, bool> isKnown, CancellationToken cancellationToken)
    {
        var orphans = uploads.ImageFolders().Where(id => !isKnown(id)).ToList();
        if (orphans.Count == 0)
        {
            return orphans;
        }

        var day = $"{directory.Orphans}/{Today.ToString(DayFormat, CultureInfo.InvariantCulture)}";
        Posix.MakeDirectory(day, DataDirectory.SharedMode);
        foreach (var id in orphans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var refuge = FreePath($"{day}/{id}");
            Directory.Move(directory.FolderOf(id), refuge);
            LogMoved(logger, id, refuge);
        }

        return orphans;
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

    private static string FreePath(string path)
    {
        var free = path;
        for (var number = 2; Directory.Exists(free); number++)
        {
            free = $"{path}-{number}";
        }

        return free;
    }

    [LoggerMessage(LogLevel.Warning, "No line of the catalogue knows image {Id}: its files are in {Refuge} now")]
    private static partial void LogMoved(ILogger logger, ImageId id, string refuge);

    [LoggerMessage(LogLevel.Information, "Deleted {Day}, which has waited for more than 30 days")]
    private static partial void LogPurged(ILogger logger, string day);
}
