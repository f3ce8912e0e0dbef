using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListAudit;

internal sealed class ListAuditHandler(IAuditLog log) : IRequestHandler<ListAuditQuery, Result<AuditPage>>
{
    public async Task<Result<AuditPage>> Handle(ListAuditQuery request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Right.Administer))
        {
            return Result.Forbidden();
        }

        var filter = new AuditFilter(string.IsNullOrEmpty(request.Action) ? null : request.Action, request.Account);
        return await log.PageAsync(new AuditQuery(filter, request.Limit, request.Before), cancellationToken);
    }
}
