using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>
/// The accounts. What a method says was written is on disk when it returns, and survives a power cut. Reads see every write that has
/// returned. Safe to call from many threads at once; writes that come together share their way to disk.
/// </summary>
/// <remarks>
/// Whatever is written at once: no two accounts have the same e-mail address by <see cref="EmailAddress.Fold"/>, no two tokens the same
/// hash, and once there is an administrator who can sign in, there is always one.
/// </remarks>
public interface IAccountCatalog
{
    /// <summary>Adds an account.</summary>
    /// <returns><see cref="AccountOutcome.Done"/>, <see cref="AccountOutcome.EmailTaken"/>, or why nothing could be written.</returns>
    /// <exception cref="ArgumentException">An account has that id, or a token that hash.</exception>
    Task<AccountChange> AddAsync(Account account, CancellationToken cancellationToken);

    /// <summary>The account with that id; null where there is none.</summary>
    Task<Account?> GetAsync(AccountId id, CancellationToken cancellationToken);

    /// <summary>The account with that e-mail address, by <see cref="EmailAddress.Fold"/>; null where there is none.</summary>
    Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>The account that has a token with that hash, expired or not; null where there is none.</summary>
    Task<Account?> FindByTokenAsync(ContentHash hash, CancellationToken cancellationToken);

    /// <summary>Replaces an account by what <paramref name="change"/> makes of it. No other change of it comes between.</summary>
    /// <param name="id">Which account.</param>
    /// <param name="change">Pure and quick. It gets the account as it is and returns it as it shall be, or null to leave it alone.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way to disk.</param>
    /// <returns><see cref="AccountOutcome.Done"/>; <see cref="AccountOutcome.Missing"/> where there is none or <paramref name="change"/>
    /// returned null; <see cref="AccountOutcome.EmailTaken"/>; <see cref="AccountOutcome.LastAdministrator"/>; or why nothing could be written.</returns>
    /// <exception cref="ArgumentException">The change is to the id, or gives a token the hash of another.</exception>
    Task<AccountChange> UpdateAsync(AccountId id, Func<Account, Account?> change, CancellationToken cancellationToken);

    /// <summary>Forgets an account for good.</summary>
    /// <param name="id">Which account.</param>
    /// <param name="condition">Asked of the account as it is, with no change between question and removal.</param>
    /// <param name="cancellationToken">Heeded until the removal is on its way to disk.</param>
    /// <returns><see cref="AccountOutcome.Done"/>; <see cref="AccountOutcome.Missing"/> where there is none or <paramref name="condition"/>
    /// was false; <see cref="AccountOutcome.LastAdministrator"/>; or why nothing could be written.</returns>
    Task<AccountChange> RemoveAsync(AccountId id, Func<Account, bool> condition, CancellationToken cancellationToken);
}
