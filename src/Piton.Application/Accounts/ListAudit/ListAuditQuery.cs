using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListAudit;

/// <summary>A page of the audit log, the newest entries first.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Action">One of <see cref="AuditActions.All"/>; null or empty for any.</param>
/// <param name="Account">Who did it; null for anybody.</param>
/// <param name="Before">What the page before ended with; null for the newest.</param>
/// <param name="Limit">The most entries on the page, 1 to 200.</param>
public sealed record ListAuditQuery(Actor Actor, string? Action, AccountId? Account, long? Before, int Limit) : IQuery<AuditPage>;
