using System.Globalization;
using Piton.Application.Library.GetStatistics;
using Piton.Domain.Images;

namespace Piton.Web.Models.Administration;

/// <summary>How much there is in the house.</summary>
/// <param name="Statistics">The numbers.</param>
public sealed record OverviewModel(LibraryStatistics Statistics)
{
    /// <summary>Units across and down of the chart. What is drawn is scaled to the page.</summary>
    public const int ChartWidth = 600;

    public const int ChartHeight = 120;

    // A day with a picture among thousands is seen as well.
    private const double LeastHeight = 2;
    private const double Gap = 0.3;

    public ImageTotals Images => Statistics.Images;

    public IReadOnlyList<DayCount> Days => Statistics.Days;

    public long Accounts => Statistics.Accounts.Sum(account => account.Count);

    /// <summary>How many pictures were added on all the days.</summary>
    public long Added => Days.Sum(day => day.Count);

    /// <summary>The day with the most pictures; the earliest where there are several.</summary>
    public DayCount Busiest => Days.MaxBy(day => day.Count)!;

    /// <summary>How much smaller the full renditions are than the sources, 0.71 for 71 %; negative where they grew.</summary>
    public double SavedShare => Images.SourceBytes == 0 ? 0 : (double)Images.SavedBytes / Images.SourceBytes;

    /// <summary>The bars of the chart that are of some height.</summary>
    public IEnumerable<ChartBar> Bars
    {
        get
        {
            var step = (double)ChartWidth / Days.Count;
            for (var i = 0; i < Days.Count; i++)
            {
                if (Days[i].Count > 0)
                {
                    var height = Math.Max(LeastHeight, (double)ChartHeight * Days[i].Count / Busiest.Count);
                    yield return new ChartBar(Days[i], Text((i + (Gap / 2)) * step), Text(ChartHeight - height), Text((1 - Gap) * step), Text(height));
                }
            }
        }
    }

    private static string Text(double units) => units.ToString("0.##", CultureInfo.InvariantCulture);
}
