using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.RestoreLibrary;

internal sealed class RestoreLibraryHandler(ILibraryBackup backup) : IRequestHandler<RestoreLibraryCommand, Result<LibraryReport>>
{
    public async Task<Result<LibraryReport>> Handle(RestoreLibraryCommand request, CancellationToken cancellationToken) =>
        request.Actor.May(Right.BackUpLibrary)
            ? await backup.RestoreAsync(request.Folder, request.EvenIfDamaged, request.Progress, cancellationToken)
            : Result.Forbidden();
}
