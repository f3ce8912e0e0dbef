using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.VerifyLibrary;

/// <summary>Checks the whole library, catalogue against files, beside all else; to repair it nothing else may use it.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Repair">Whether to rebuild what can be rebuilt; see <see cref="ILibraryInspector.RepairAsync"/>.</param>
/// <param name="Progress">Told how far it is.</param>
public sealed record VerifyLibraryCommand(Actor Actor, bool Repair, IProgress<LibraryProgress>? Progress = null) : ICommand<LibraryReport>;
