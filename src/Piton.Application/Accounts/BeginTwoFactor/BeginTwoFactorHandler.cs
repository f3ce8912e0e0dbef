using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.BeginTwoFactor;

internal sealed class BeginTwoFactorHandler(IAccountCatalog accounts, ICredentials credentials)
    : IRequestHandler<BeginTwoFactorCommand, Result<Account>>
{
    public async Task<Result<Account>> Handle(BeginTwoFactorCommand request, CancellationToken cancellationToken)
    {
        var own = await accounts.GetOwnAsync(request.Actor, Right.ManageAccount, cancellationToken);
        return await own.BindAsync(async account =>
        {
            var key = credentials.NewAuthenticatorKey();

            // What is in use is not replaced; a secret that was made and never used is kept, so that a page can be loaded again.
            var change = await accounts.UpdateAsync(
                account.Id, current => current.AuthenticatorKey is null ? current with { AuthenticatorKey = key } : current, cancellationToken);
            return change.ToResult();
        });
    }
}
