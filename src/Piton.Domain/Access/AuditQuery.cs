namespace Piton.Domain.Access;

/// <summary>Which entries a page of the audit log has.</summary>
/// <param name="Filter">Which are meant.</param>
/// <param name="Limit">The most entries on the page, at least 1.</param>
/// <param name="Before">The id that all of them are below; null for the newest.</param>
public sealed record AuditQuery(AuditFilter Filter, int Limit, long? Before = null);
