using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.GetImage;

/// <summary>One image by its id. What is in the trash is not found.</summary>
public sealed record GetImageQuery(Actor Actor, ImageId Id) : IQuery<Image>;
