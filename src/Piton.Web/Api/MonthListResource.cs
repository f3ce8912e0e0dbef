using Piton.Application.Images.ListMonths;

namespace Piton.Web.Api;

/// <summary>The months that have images.</summary>
/// <param name="Items">The months, the newest first.</param>
public sealed record MonthListResource(IReadOnlyList<MonthResource> Items)
{
    public static MonthListResource Of(IEnumerable<ListedMonth> months) => new([.. months.Select(MonthResource.Of)]);
}
