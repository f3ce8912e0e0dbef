using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.RevokeToken;

internal sealed class RevokeTokenHandler(IAccountCatalog accounts, Audit audit) : IRequestHandler<RevokeTokenCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(RevokeTokenCommand request, CancellationToken cancellationToken)
    {
        if ((request.Account ?? request.Actor.Account) is not { } owner || !request.Actor.May(Right.ManageTokens, owner))
        {
            return Result.Forbidden();
        }

        var change = await accounts.UpdateAsync(owner, account => Without(account, request.Token), cancellationToken);
        if (change.Outcome == AccountOutcome.Done)
        {
            await audit.WriteAsync(request.Actor, AuditAction.TokenRevoked, change.Account?.Email, $"{request.Token}");
        }

        return change.ToResult();
    }

    private static Account? Without(Account account, TokenId id)
    {
        ApiToken[] others = [.. account.Tokens.Where(token => token.Id != id)];
        return others.Length == account.Tokens.Count ? null : account with { Tokens = others };
    }
}
