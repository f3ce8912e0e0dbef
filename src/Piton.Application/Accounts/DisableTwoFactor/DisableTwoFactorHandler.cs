using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.DisableTwoFactor;

internal sealed class DisableTwoFactorHandler(IAccountCatalog accounts, ICredentials credentials, Audit audit, TimeProvider clock)
    : IRequestHandler<DisableTwoFactorCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(DisableTwoFactorCommand request, CancellationToken cancellationToken)
    {
        var proven = await accounts.ProveOwnAsync(credentials, request.Actor, request.Password, "password", clock, cancellationToken);
        return await proven.BindAsync(async account =>
        {
            var change = await accounts.UpdateAsync(
                account.Id,
                current => current with { IsTwoFactorOn = false, AuthenticatorKey = null, RecoveryCodes = [], LastTotpStep = null },
                cancellationToken);
            if (change.Outcome == AccountOutcome.Done)
            {
                await audit.WriteAsync(request.Actor, AuditAction.TwoFactorDisabled);
            }

            return change.ToResult();
        });
    }
}
