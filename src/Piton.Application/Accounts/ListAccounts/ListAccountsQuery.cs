using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListAccounts;

/// <summary>A page of the accounts, the oldest first.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Search">What the name or the e-mail address has to hold; null or empty for any.</param>
/// <param name="Role">One of <see cref="Roles.Names"/>; null or empty for any.</param>
/// <param name="After">A cursor from the page before; null or empty for the first page.</param>
/// <param name="Limit">The most accounts on the page, 1 to 200.</param>
public sealed record ListAccountsQuery(Actor Actor, string? Search, string? Role, string? After, int Limit) : IQuery<ListedAccounts>;
