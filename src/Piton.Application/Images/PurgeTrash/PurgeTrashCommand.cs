using Piton.Domain.Access;

namespace Piton.Application.Images.PurgeTrash;

/// <summary>Removes for good what has been in the trash for as long as it is kept there. The result is how many images that were.</summary>
public sealed record PurgeTrashCommand(Actor Actor) : ICommand<int>;
