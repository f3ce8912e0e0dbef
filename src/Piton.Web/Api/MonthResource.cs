using System.Globalization;
using Piton.Application.Images.ListMonths;

namespace Piton.Web.Api;

/// <summary>A month in which images were added.</summary>
/// <param name="Month"><c>2026-03</c>, by UTC.</param>
/// <param name="Count">How many images.</param>
/// <param name="After">What to give as <c>after</c> for the page that begins there.</param>
public sealed record MonthResource(string Month, long Count, string After)
{
    public static MonthResource Of(ListedMonth month)
    {
        ArgumentNullException.ThrowIfNull(month);
        return new(month.Images.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), month.Images.Count, month.Start.ToString());
    }
}
