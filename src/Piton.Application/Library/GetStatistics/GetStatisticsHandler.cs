using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Library.GetStatistics;

internal sealed class GetStatisticsHandler(IImageStatistics images, IAccountListing accounts, TimeProvider clock)
    : IRequestHandler<GetStatisticsQuery, Result<LibraryStatistics>>
{
    public async Task<Result<LibraryStatistics>> Handle(GetStatisticsQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var totals = await images.TotalsAsync(cancellationToken);
        var days = await images.DaysAsync(today.AddDays(1 - GetStatisticsQuery.Days), today, cancellationToken);
        return new LibraryStatistics(totals, days, await CountAccountsAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<RoleCount>> CountAccountsAsync(CancellationToken cancellationToken)
    {
        var counts = new List<RoleCount>();
        foreach (var role in Roles.Names.Select(name => Roles.FromName(name)!.Value))
        {
            var page = await accounts.PageAsync(new AccountQuery(Limit: 1, Role: role), cancellationToken);
            counts.Add(new RoleCount(role, page.Total));
        }

        return counts;
    }
}
