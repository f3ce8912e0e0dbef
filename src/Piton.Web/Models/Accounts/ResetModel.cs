using Piton.Web.Results;

namespace Piton.Web.Models.Accounts;

/// <summary>The page of a reset link.</summary>
/// <param name="Ticket">What the link holds.</param>
/// <param name="Failure">Why it did not succeed; null on the first try.</param>
public sealed record ResetModel(string? Ticket, Failure? Failure = null);
