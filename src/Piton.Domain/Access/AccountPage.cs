namespace Piton.Domain.Access;

/// <summary>One page of a listing of accounts.</summary>
/// <param name="Items">The accounts, the oldest first.</param>
/// <param name="Next">Where the next page begins; null where this is the last.</param>
/// <param name="Total">How many accounts the query finds on all its pages.</param>
public sealed record AccountPage(IReadOnlyList<Account> Items, AccountCursor? Next, long Total);
