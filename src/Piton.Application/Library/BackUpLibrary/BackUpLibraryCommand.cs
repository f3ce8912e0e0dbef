using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.BackUpLibrary;

/// <summary>Makes a backup of the whole library; see <see cref="ILibraryBackup.BackUpAsync"/>.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Folder">Where to, as an absolute path.</param>
/// <param name="MustExist">Whether an earlier backup has to be there.</param>
/// <param name="Progress">Told how far it is.</param>
public sealed record BackUpLibraryCommand(Actor Actor, string Folder, bool MustExist = false, IProgress<LibraryProgress>? Progress = null) : ICommand<BackupReport>;
