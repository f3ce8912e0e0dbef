using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts.GetAccount;

internal sealed class GetAccountHandler(IAccountCatalog accounts, ISessionCatalog sessions, IImageListing images) : IRequestHandler<GetAccountQuery, Result<AccountOverview>>
{
    public async Task<Result<AccountOverview>> Handle(GetAccountQuery request, CancellationToken cancellationToken)
    {
        var (id, right) = request.Account is { } other ? (other, Right.Administer) : (request.Actor.Account, Right.ManageAccount);
        if (id is not { } account || !request.Actor.May(right, account))
        {
            return Result.Forbidden();
        }

        return await accounts.GetAsync(account, cancellationToken) is { } found
            ? new AccountOverview(found, await images.UsageAsync(account, cancellationToken))
            {
                Sessions = request.Account is null ? await sessions.ListAsync(account, cancellationToken) : [],
            }
            : Result.NotFound();
    }
}
