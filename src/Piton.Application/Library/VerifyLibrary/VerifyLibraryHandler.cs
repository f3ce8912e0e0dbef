using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.VerifyLibrary;

internal sealed class VerifyLibraryHandler(ILibraryInspector inspector) : IRequestHandler<VerifyLibraryCommand, Result<LibraryReport>>
{
    public async Task<Result<LibraryReport>> Handle(VerifyLibraryCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.VerifyLibrary))
        {
            return Result.Forbidden();
        }

        return await (request.Repair ? inspector.RepairAsync(request.Progress, cancellationToken) : inspector.InspectAsync(request.Progress, cancellationToken));
    }
}
