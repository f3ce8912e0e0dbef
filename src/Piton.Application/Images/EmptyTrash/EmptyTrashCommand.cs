using Piton.Domain.Access;

namespace Piton.Application.Images.EmptyTrash;

/// <summary>Removes everything in the trash for good. The result is how many images that were.</summary>
public sealed record EmptyTrashCommand(Actor Actor) : ICommand<int>;
