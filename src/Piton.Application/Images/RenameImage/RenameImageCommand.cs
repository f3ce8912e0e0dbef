using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RenameImage;

/// <summary>Gives an image another name. What is in the trash is not found.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The image.</param>
/// <param name="Name">The name; null where the sender said nothing of one, which changes nothing and is refused.</param>
public sealed record RenameImageCommand(Actor Actor, ImageId Id, string? Name) : ICommand<Image>;
