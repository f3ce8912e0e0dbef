using Ardalis.Result;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Changes one image for somebody, who has to see it to be told that they may not.</summary>
internal static class ImageChanges
{
    /// <param name="catalog">Where the image is.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rights">All of which the change needs.</param>
    /// <param name="id">The image.</param>
    /// <param name="change">Makes the image as it is to be.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way to disk.</param>
    public static async Task<Result<Image>> ChangeAsync(
        this IImageCatalog catalog,
        Actor actor,
        IReadOnlyList<Right> rights,
        ImageId id,
        Func<Image, Image> change,
        CancellationToken cancellationToken)
    {
        if (!rights.All(right => actor.May(right)))
        {
            return Result.Forbidden();
        }

        if (await catalog.GetAsync(id, cancellationToken) is not { } found || !actor.MaySee(found))
        {
            return Result.NotFound();
        }

        if (!rights.All(right => actor.May(right, found.Owner)))
        {
            return Result.Forbidden();
        }

        var result = await catalog.UpdateAsync(id, image => actor.MaySee(image) ? change(image) : null, cancellationToken);
        return result.ToResult();
    }
}
