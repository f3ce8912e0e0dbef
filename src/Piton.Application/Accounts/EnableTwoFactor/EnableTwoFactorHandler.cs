using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.EnableTwoFactor;

internal sealed class EnableTwoFactorHandler(IAccountCatalog accounts, ICredentials credentials, SecondFactor factor, Audit audit, TimeProvider clock)
    : IRequestHandler<EnableTwoFactorCommand, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(EnableTwoFactorCommand request, CancellationToken cancellationToken)
    {
        var proven = await accounts.ProveOwnAsync(credentials, request.Actor, request.Password, "password", clock, cancellationToken);
        return await proven.BindAsync(async account =>
        {
            var (codes, hashes) = SecondFactor.NewRecoveryCodes();
            var change = await accounts.UpdateAsync(account.Id, current => Enable(current, request.Code ?? "", hashes), cancellationToken);
            if (change.Outcome == AccountOutcome.Missing)
            {
                return Result.Invalid(AccountRefusals.WrongCode("code"));
            }

            if (change.Outcome == AccountOutcome.Done)
            {
                await audit.WriteAsync(request.Actor, AuditAction.TwoFactorEnabled);
            }

            return change.ToResult().Map(_ => codes);
        });
    }

    private Account? Enable(Account account, string code, IReadOnlyList<string> hashes) =>
        account.IsTwoFactorOn ? null : factor.Take(account, code) is { } taken ? taken with { IsTwoFactorOn = true, RecoveryCodes = hashes } : null;
}
