using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.DeleteImage;

/// <summary>Moves an image to the trash. What is there already is not found.</summary>
public sealed record DeleteImageCommand(Actor Actor, ImageId Id) : ICommand<Image>;
