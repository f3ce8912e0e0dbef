namespace Piton.Domain.Access;

/// <summary>How a write to the sessions ended.</summary>
public enum SessionOutcome
{
    /// <summary>Written, and on disk.</summary>
    Done,

    /// <summary>There is no such session, or not any more.</summary>
    Missing,

    /// <inheritdoc cref="AccountOutcome.DiskFull"/>
    DiskFull,

    /// <inheritdoc cref="AccountOutcome.ReadOnly"/>
    ReadOnly,
}
