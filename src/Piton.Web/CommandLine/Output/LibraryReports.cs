using System.Globalization;
using Piton.Domain.Library;

namespace Piton.Web.CommandLine.Output;

/// <summary>Says what was found in the library or in a backup.</summary>
internal static class LibraryReports
{
    /// <summary>A line for each defect: its weight, its place, and more of it.</summary>
    public static async Task DefectsAsync(this CommandOutput output, IEnumerable<LibraryDefect> defects)
    {
        foreach (var defect in defects)
        {
            await output.LineAsync($"{Word(defect)} {defect.Place}: {defect.Detail}");
        }
    }

    /// <summary>How much was looked at.</summary>
    public static string Sum(this LibraryReport report) => Sum(report.Images, report.Files, report.Bytes);

    /// <summary>How much is in the backup.</summary>
    public static string Sum(this BackupReport report) => Sum(report.Images, report.Files, report.Bytes);

    private static string Sum(long images, long files, long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{images:N0} images, {files:N0} files, {bytes:N0} bytes");

    private static string Word(LibraryDefect defect) => defect switch
    {
        { Repaired: true } => "repaired",
        { IsDamage: true } => "DAMAGED",
        _ => "left over",
    };
}
