using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListImages;

/// <summary>A page of the gallery.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Search">What the name has to hold, ignoring case and accents; null or empty for every image.</param>
/// <param name="Sort">One of <see cref="ImageSorts.Names"/>; null or empty for the newest first.</param>
/// <param name="After">A cursor from the page before; null or empty for the first page.</param>
/// <param name="Limit">The most images on the page, 1 to <see cref="MaxLimit"/>.</param>
public sealed record ListImagesQuery(Actor Actor, string? Search, string? Sort, string? After, int Limit) : IQuery<CatalogPage>
{
    public const int MaxLimit = 200;

    /// <summary>Whose images: one of <see cref="WhoseNames.All"/>; null or empty for what whoever asks finds in the gallery.</summary>
    public string? Whose { get; init; }
}
