namespace Piton.Domain.Access;

/// <summary>Which entries of the audit log are meant; what is null asks nothing.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Account">Who did it.</param>
/// <param name="From">The earliest time.</param>
/// <param name="To">The time before which it was.</param>
public sealed record AuditFilter(string? Action = null, AccountId? Account = null, DateTimeOffset? From = null, DateTimeOffset? To = null)
{
    public bool Holds(AuditEntry entry) =>
        (Action is null || entry.Action == Action)
        && (Account is null || entry.Account == Account)
        && !(entry.At < From)
        && !(entry.At >= To);
}
