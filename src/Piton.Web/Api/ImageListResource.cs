using Piton.Domain.Images;

namespace Piton.Web.Api;

/// <summary>A page of images.</summary>
/// <param name="Items">The images, in order.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null where this is the last.</param>
/// <param name="Total">How many images there are on all pages.</param>
public sealed record ImageListResource(IReadOnlyList<ImageResource> Items, string? Next, long Total)
{
    public static ImageListResource Of(CatalogPage page, Reader reader) =>
        new([.. page.Items.Select(image => ImageResource.Of(image, reader))], page.Next?.ToString(), page.Total);
}
