using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.VerifyBackup;

internal sealed class VerifyBackupHandler(ILibraryBackup backup) : IRequestHandler<VerifyBackupQuery, Result<LibraryReport>>
{
    public async Task<Result<LibraryReport>> Handle(VerifyBackupQuery request, CancellationToken cancellationToken) =>
        request.Actor.May(Right.VerifyLibrary)
            ? await backup.InspectAsync(request.Folder, request.Progress, cancellationToken)
            : Result.Forbidden();
}
