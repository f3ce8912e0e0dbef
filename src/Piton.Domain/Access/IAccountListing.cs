namespace Piton.Domain.Access;

/// <summary>What the accounts are. Sees every write that has returned. Safe to call from many threads at once.</summary>
public interface IAccountListing
{
    /// <summary>One page, the accounts made first coming first.</summary>
    Task<AccountPage> PageAsync(AccountQuery query, CancellationToken cancellationToken);

    /// <summary>How many administrators can sign in. Cheap enough for every request.</summary>
    Task<int> CountAdministratorsAsync(CancellationToken cancellationToken);
}
