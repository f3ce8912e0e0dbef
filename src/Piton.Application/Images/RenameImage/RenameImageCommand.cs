using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.RenameImage;

/// <summary>Gives an image another name. What is in the trash is not found.</summary>
public sealed record RenameImageCommand(Actor Actor, ImageId Id, string? Name) : ICommand<Image>;
