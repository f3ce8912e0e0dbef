namespace Piton.Domain.Access;

/// <summary>How a write to the audit log ended.</summary>
public enum AuditOutcome
{
    /// <summary>Written, and on disk.</summary>
    Done,

    /// <inheritdoc cref="AccountOutcome.DiskFull"/>
    DiskFull,

    /// <inheritdoc cref="AccountOutcome.ReadOnly"/>
    ReadOnly,
}
