using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.DisableAccount;

internal sealed class DisableAccountHandler(IAccountCatalog accounts, ISessionCatalog sessions, Audit audit, TimeProvider clock)
    : IRequestHandler<DisableAccountCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(DisableAccountCommand request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        DateTimeOffset? at = request.Disable ? clock.GetUtcNow() : null;
        var change = await accounts.UpdateAsync(request.Account, account => account.Succeed() with { DisabledAt = at }, cancellationToken);
        if (change.Outcome == AccountOutcome.Done)
        {
            if (request.Disable)
            {
                await sessions.RemoveAllAsync(request.Account, null, CancellationToken.None);
            }

            await audit.WriteAsync(
                request.Actor, request.Disable ? AuditAction.AccountDisabled : AuditAction.AccountEnabled, change.Account!.Email);
        }

        return change.ToResult();
    }
}
