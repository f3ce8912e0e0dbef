using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.RestoreLibrary;

/// <summary>Brings a backup into an empty data folder; see <see cref="ILibraryBackup.RestoreAsync"/>.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Folder">Where the backup is, as an absolute path.</param>
/// <param name="EvenIfDamaged">Whether to bring back what there is of a damaged one.</param>
/// <param name="Progress">Told how far it is.</param>
public sealed record RestoreLibraryCommand(Actor Actor, string Folder, bool EvenIfDamaged = false, IProgress<LibraryProgress>? Progress = null) : ICommand<LibraryReport>;
