using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RestoreImage;

/// <summary>Takes an image out of the trash. One that is not there stays as it is, so that a second click does no harm.</summary>
public sealed record RestoreImageCommand(Actor Actor, ImageId Id) : ICommand<Image>;
