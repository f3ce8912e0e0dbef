using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.VerifyLibrary;

/// <summary>Checks the whole library, catalogue against files, while nothing else uses it.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Repair">Whether to rebuild what can be rebuilt; see <see cref="ILibraryInspector.RepairAsync"/>.</param>
public sealed record VerifyLibraryCommand(Actor Actor, bool Repair) : ICommand<LibraryReport>;
