using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.VerifyBackup;

/// <summary>Reads every byte of a backup; see <see cref="ILibraryBackup.InspectAsync"/>.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Folder">Where the backup is, as an absolute path.</param>
/// <param name="Progress">Told how far it is.</param>
public sealed record VerifyBackupQuery(Actor Actor, string Folder, IProgress<LibraryProgress>? Progress = null) : IQuery<LibraryReport>;
