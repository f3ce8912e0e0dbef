using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DownloadImages;

/// <summary>The full renditions of many images, one after the other.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Ids">Which images, 1 to <see cref="SelectionRules.MaxImages"/>.</param>
public sealed record DownloadImagesQuery(Actor Actor, IReadOnlyList<ImageId> Ids) : IQuery<IAsyncEnumerable<DownloadedImage>>;
