using Piton.Domain.Images;

namespace Piton.Domain.Access;

/// <summary>
/// Who is signed in. A session that has expired is not found by any method. What a method says was written is on disk when it returns;
/// reads see every write that has returned. Safe to call from many threads at once; writes that come together share their way to disk.
/// </summary>
public interface ISessionCatalog
{
    /// <exception cref="ArgumentException">There is a session with that id or that key.</exception>
    Task<SessionOutcome> AddAsync(Session session, CancellationToken cancellationToken);

    /// <summary>The session whose cookie holds the secret with that hash; null where there is none. Cheap enough for every request.</summary>
    Task<Session?> FindAsync(ContentHash keyHash, CancellationToken cancellationToken);

    /// <summary>The sessions of an account, the one used last coming first.</summary>
    Task<IReadOnlyList<Session>> ListAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Replaces a session by what <paramref name="change"/> makes of it. No other change of it comes between.</summary>
    /// <param name="id">Which session.</param>
    /// <param name="change">Pure and quick. It gets the session as it is and returns it as it shall be, or null to leave it alone.</param>
    /// <param name="cancellationToken">Heeded until the change is on its way to disk.</param>
    /// <exception cref="ArgumentException">The change is to the id, or to the key of another session.</exception>
    Task<SessionOutcome> UpdateAsync(SessionId id, Func<Session, Session?> change, CancellationToken cancellationToken);

    /// <summary>Ends a session.</summary>
    Task<SessionOutcome> RemoveAsync(SessionId id, CancellationToken cancellationToken);

    /// <summary>Ends every session of an account that there is by now.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="except">One that goes on; null to end all.</param>
    /// <param name="cancellationToken">Heeded until the first of them is on its way to its end.</param>
    /// <returns><see cref="SessionOutcome.Done"/>, even where there was none; or why some may go on.</returns>
    Task<SessionOutcome> RemoveAllAsync(AccountId account, SessionId? except, CancellationToken cancellationToken);
}
