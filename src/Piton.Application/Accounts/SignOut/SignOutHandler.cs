using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.SignOut;

internal sealed class SignOutHandler(ISessionCatalog sessions, Audit audit) : IRequestHandler<SignOutCommand, Result<bool>>
{
    public async Task<Result<bool>> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        if (request.Actor.Session is not { } session)
        {
            return false;
        }

        var outcome = await sessions.RemoveAsync(session, cancellationToken);
        if (outcome is SessionOutcome.DiskFull or SessionOutcome.ReadOnly)
        {
            return outcome.ToResult();
        }

        await audit.WriteAsync(request.Actor, AuditAction.SignedOut);
        return true;
    }
}
