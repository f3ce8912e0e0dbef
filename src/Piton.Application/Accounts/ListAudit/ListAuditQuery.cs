using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListAudit;

/// <summary>A page of the audit log, the newest entries first.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Filter">Which entries; an action is one of <see cref="AuditActions.All"/>, and nothing is found for another.</param>
/// <param name="Before">What the page before ended with; null for the newest.</param>
/// <param name="Limit">The most entries on the page, 1 to 200.</param>
public sealed record ListAuditQuery(Actor Actor, AuditFilter Filter, long? Before, int Limit) : IQuery<AuditPage>;
