using Piton.Application.Images.ListMonths;

namespace Piton.Web.Models;

/// <summary>The months of the gallery, to jump to.</summary>
/// <param name="Months">The newest first.</param>
/// <param name="Paths">The addresses of the gallery they are of.</param>
public sealed record MonthsModel(IReadOnlyList<ListedMonth> Months, GalleryPaths Paths)
{
    public IEnumerable<IGrouping<int, ListedMonth>> Years => Months.GroupBy(month => month.Images.Month.Year);
}
