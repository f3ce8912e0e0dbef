using Piton.Domain.Access;

namespace Piton.Application.Accounts.ExportAudit;

/// <summary>The audit log, the oldest entries first, read little by little.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Filter">Which entries; an action is one of <see cref="AuditActions.All"/>, and nothing is found for another.</param>
public sealed record ExportAuditQuery(Actor Actor, AuditFilter Filter) : IQuery<IAsyncEnumerable<AuditEntry>>;
