namespace Piton.Domain.Access;

/// <summary>
/// Who did what, for ever: nothing in it is changed or removed. An entry is on disk when its append returns, and seen by reads.
/// Safe to call from many threads at once; appends that come together share their way to disk.
/// </summary>
/// <remarks>A damaged log is a fault, and throws.</remarks>
public interface IAuditLog
{
    /// <summary>Adds an entry behind all others.</summary>
    /// <exception cref="ArgumentException">Its texts have more than about a million bytes.</exception>
    Task<AuditOutcome> AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>One page, the newest entries coming first. Where a filter finds little, its cost grows with the log.</summary>
    Task<AuditPage> PageAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>All entries that there are by now, the oldest first, read little by little.</summary>
    IAsyncEnumerable<AuditEntry> ReadAsync(AuditFilter filter, CancellationToken cancellationToken);
}
