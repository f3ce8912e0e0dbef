using Piton.Domain.Access;

namespace Piton.Application.Accounts.ExportAudit;

/// <summary>The whole audit log, the oldest entries first, read little by little.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Action">One of <see cref="AuditActions.All"/>; null or empty for any.</param>
/// <param name="Account">Who did it; null for anybody.</param>
public sealed record ExportAuditQuery(Actor Actor, string? Action, AccountId? Account) : IQuery<IAsyncEnumerable<AuditEntry>>;
