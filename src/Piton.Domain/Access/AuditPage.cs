namespace Piton.Domain.Access;

/// <summary>One page of the audit log.</summary>
/// <param name="Items">The entries, the newest first.</param>
/// <param name="Next">What <see cref="AuditQuery.Before"/> is for the next page; null where this is the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Items, long? Next);
