using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts.ListAccounts;

internal sealed class ListAccountsHandler(IAccountListing accounts, IImageListing images) : IRequestHandler<ListAccountsQuery, Result<ListedAccounts>>
{
    public async Task<Result<ListedAccounts>> Handle(ListAccountsQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var after = AccountCursor.TryParse(request.After, out var cursor) ? cursor : null;
        var page = await accounts.PageAsync(new AccountQuery(request.Limit, request.Search, Roles.FromName(request.Role), after), cancellationToken);
        var overviews = new List<AccountOverview>(page.Items.Count);
        foreach (var account in page.Items)
        {
            overviews.Add(new AccountOverview(account, await images.UsageAsync(account.Id, cancellationToken)));
        }

        return new ListedAccounts(overviews, page.Next, page.Total);
    }
}
