using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.EndSessions;

internal sealed class EndSessionsHandler(ISessionCatalog sessions, Audit audit) : IRequestHandler<EndSessionsCommand, Result<bool>>
{
    public async Task<Result<bool>> Handle(EndSessionsCommand request, CancellationToken cancellationToken)
    {
        if (request.Actor.Account is not { } account || !request.Actor.May(Right.ManageAccount, account))
        {
            return Result.Forbidden();
        }

        var outcome = request.Session is { } session
            ? await EndOneAsync(account, session, cancellationToken)
            : await sessions.RemoveAllAsync(account, request.Actor.Session, cancellationToken);
        if (outcome == SessionOutcome.Done)
        {
            await audit.WriteAsync(request.Actor, AuditAction.SessionsEnded, request.Session?.ToString());
        }

        return outcome.ToResult();
    }

    private async Task<SessionOutcome> EndOneAsync(AccountId account, SessionId id, CancellationToken cancellationToken)
    {
        var own = await sessions.ListAsync(account, cancellationToken);
        return own.Any(session => session.Id == id) ? await sessions.RemoveAsync(id, cancellationToken) : SessionOutcome.Missing;
    }
}
