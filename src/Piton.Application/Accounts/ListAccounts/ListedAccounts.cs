using Piton.Domain.Access;

namespace Piton.Application.Accounts.ListAccounts;

/// <summary>One page of the accounts.</summary>
/// <param name="Items">The accounts, the oldest first.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record ListedAccounts(IReadOnlyList<AccountOverview> Items, AccountCursor? Next, long Total);
