using Ardalis.Result;
using MediatR;
using Piton.Domain.Access;

namespace Piton.Application.Accounts.ExportAudit;

internal sealed class ExportAuditHandler(IAuditLog log) : IRequestHandler<ExportAuditQuery, Result<IAsyncEnumerable<AuditEntry>>>
{
    public Task<Result<IAsyncEnumerable<AuditEntry>>> Handle(ExportAuditQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Actor.May(Right.Administer)
            ? Result.Success(log.ReadAsync(request.Filter, cancellationToken))
            : Result.Forbidden());
}
