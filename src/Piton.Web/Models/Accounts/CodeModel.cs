using Piton.Web.Results;

namespace Piton.Web.Models.Accounts;

/// <summary>The page that asks for the second factor.</summary>
/// <param name="Ticket">What the first step gave.</param>
/// <param name="ReturnUrl">Where it leads.</param>
/// <param name="Failure">Why it did not succeed; null on the first try.</param>
public sealed record CodeModel(string? Ticket, string? ReturnUrl, Failure? Failure = null);
