using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImages;

/// <summary>Moves images to the trash. What is there already is missing.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Ids">Which images, 1 to <see cref="SelectionRules.MaxImages"/>.</param>
public sealed record DeleteImagesCommand(Actor Actor, IReadOnlyList<ImageId> Ids) : ICommand<IReadOnlyList<ChangedImage>>;
