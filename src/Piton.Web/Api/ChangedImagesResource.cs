using Piton.Application.Images;

namespace Piton.Web.Api;

/// <summary>What became of a selection.</summary>
/// <param name="Items">Image by image, in the order in which they were named.</param>
public sealed record ChangedImagesResource(IReadOnlyList<ChangedImageResource> Items)
{
    public static ChangedImagesResource Of(IEnumerable<ChangedImage> changed) => new([.. changed.Select(ChangedImageResource.Of)]);
}
