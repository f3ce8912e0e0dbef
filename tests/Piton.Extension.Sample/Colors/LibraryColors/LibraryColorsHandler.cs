using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Extension.Sample.Colors.LibraryColors;

internal sealed class LibraryColorsHandler(IImageListing listing) : IRequestHandler<LibraryColorsQuery, Result<IReadOnlyList<ColorCount>>>
{
    public async Task<Result<IReadOnlyList<ColorCount>>> Handle(LibraryColorsQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.ViewImages))
        {
            return Result.Forbidden();
        }

        var page = await listing.PageAsync(new CatalogQuery(ImageSort.Newest, request.Limit), cancellationToken);
        return page.Items
            .GroupBy(image => Coarse(image.Placeholder.Color))
            .Select(group => new ColorCount(group.Key, group.Count()))
            .OrderByDescending(count => count.Images)
            .ThenBy(count => count.Color, StringComparer.Ordinal)
            .ToList();
    }

    // Two pictures hardly ever have the same average; the first digit of each channel is what the eye calls the same colour.
    private static string Coarse(string color) => $"#{color[1]}8{color[3]}8{color[5]}8";
}
