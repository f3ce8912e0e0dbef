using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImages;

/// <summary>Takes images out of the trash. One that is not there stays as it is, so that a second click does no harm.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Ids">Which images, 1 to <see cref="SelectionRules.MaxImages"/>.</param>
public sealed record RestoreImagesCommand(Actor Actor, IReadOnlyList<ImageId> Ids) : ICommand<IReadOnlyList<ChangedImage>>;
