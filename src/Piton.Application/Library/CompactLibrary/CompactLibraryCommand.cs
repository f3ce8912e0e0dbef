using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.CompactLibrary;

/// <summary>Writes the logs of the library anew without what is out of date.</summary>
public sealed record CompactLibraryCommand(Actor Actor) : ICommand<IReadOnlyList<CompactedLog>>;
