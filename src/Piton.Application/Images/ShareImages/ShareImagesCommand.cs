using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ShareImages;

/// <summary>Changes who finds images.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Ids">Which images, 1 to <see cref="SelectionRules.MaxImages"/>.</param>
/// <param name="Visibility">One of <see cref="Visibilities.Names"/>.</param>
public sealed record ShareImagesCommand(Actor Actor, IReadOnlyList<ImageId> Ids, string Visibility) : ICommand<IReadOnlyList<ChangedImage>>;
