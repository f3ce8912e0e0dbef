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

        return await log.PageAsync(new AuditQuery(request.Filter, request.Limit, request.Before), cancellationToken);
    }
}
