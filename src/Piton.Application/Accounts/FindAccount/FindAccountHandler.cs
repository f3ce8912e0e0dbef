using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.FindAccount;

internal sealed class FindAccountHandler(IAccountCatalog accounts) : IRequestHandler<FindAccountQuery, Result<Account>>
{
    public async Task<Result<Account>> Handle(FindAccountQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var email = request.Email.Trim();
        return await accounts.FindByEmailAsync(email, cancellationToken) is { } account ? account : Result.NotFound($"There is no account of {email}.");
    }
}
