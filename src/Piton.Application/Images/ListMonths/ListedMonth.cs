using Piton.Domain.Images;

namespace Piton.Application.Images.ListMonths;

/// <summary>A month of the gallery.</summary>
/// <param name="Images">How many images there are, and when.</param>
/// <param name="Start">Where the page begins that has them first.</param>
public sealed record ListedMonth(MonthCount Images, CatalogCursor Start);
