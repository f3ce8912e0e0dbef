using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenRendition;

/// <summary>The bytes of one rendition. What is in the trash is not found.</summary>
public sealed record OpenRenditionQuery(Actor Actor, ImageId Id, string Name) : IQuery<OpenedRendition>;
