using Piton.Domain.Access;

namespace Piton.Application.Images.ListMonths;

/// <summary>The months of the gallery, the newest first, to jump to.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Search">What the name has to hold, ignoring case and accents; null or empty for every image.</param>
/// <param name="Sort">Of the pages to jump to: <c>newest</c> or <c>oldest</c>; null or empty for the newest first.</param>
public sealed record ListMonthsQuery(Actor Actor, string? Search, string? Sort) : IQuery<IReadOnlyList<ListedMonth>>
{
    /// <summary>Whose images: one of <see cref="ListImages.WhoseNames.All"/>; null or empty for what whoever asks finds in the gallery.</summary>
    public string? Whose { get; init; }
}
