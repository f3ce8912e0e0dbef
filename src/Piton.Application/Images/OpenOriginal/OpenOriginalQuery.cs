using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.OpenOriginal;

/// <summary>The file as it was sent, where it is kept. To anybody but its owner it is not found, and neither is what is in the trash.</summary>
public sealed record OpenOriginalQuery(Actor Actor, ImageId Id) : IQuery<OpenedOriginal>;
