namespace Piton.Domain.Access;

/// <summary>Which accounts a page lists.</summary>
/// <param name="Limit">The most accounts on the page, at least 1.</param>
/// <param name="Search">What the e-mail address or the name has to hold, ignoring case and accents; null or empty for any.</param>
/// <param name="Role">The role to have; null for any.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
public sealed record AccountQuery(int Limit, string? Search = null, Role? Role = null, AccountCursor? After = null);
