using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts;
using Piton.Application.Images;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.BackUpLibrary;

internal sealed class BackUpLibraryHandler(ILibraryBackup backup, Audit audit) : IRequestHandler<BackUpLibraryCommand, Result<BackupReport>>
{
    public async Task<Result<BackupReport>> Handle(BackUpLibraryCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.BackUpLibrary))
        {
            return Result.Forbidden();
        }

        var report = await backup.BackUpAsync(request.Folder, request.MustExist, request.Progress, cancellationToken);

        // Whoever holds the backup holds what everybody has: the log says where it went.
        await audit.WriteAsync(request.Actor, AuditAction.LibraryBackedUp, ImageAudit.CountOf(report.Images), request.Folder);
        return report;
    }
}
