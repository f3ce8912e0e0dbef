using System.Runtime.CompilerServices;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Tests.Accounts;

/// <summary>Accounts, sessions and the audit log in memory, as their ports describe them; each can be made to take no more.</summary>
internal sealed class AccessDouble(TimeProvider clock) : IAccountCatalog, IAccountListing, ISessionCatalog, IAuditLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AccountId, Account> _accounts = [];
    private readonly Dictionary<SessionId, Session> _sessions = [];
    private readonly List<AuditEntry> _entries = [];

    /// <summary>How a write to the accounts ends.</summary>
    public AccountOutcome AccountsEnd { get; set; } = AccountOutcome.Done;

    /// <summary>How a write to the sessions ends.</summary>
    public SessionOutcome SessionsEnd { get; set; } = SessionOutcome.Done;

    /// <summary>How a write to the audit log ends.</summary>
    public AuditOutcome AuditEnds { get; set; } = AuditOutcome.Done;

    /// <summary>What happens between the reads of a use case and its write.</summary>
    public Action BeforeWrite { get; set; } = () => { };

    /// <summary>How often the accounts or the sessions were changed.</summary>
    public int Writes { get; private set; }

    public IReadOnlyList<Account> Accounts => Locked(() =>
        _accounts.Values.OrderBy(account => account.CreatedAt).ThenBy(account => account.Id.Value).ToArray());

    public IReadOnlyList<Session> Sessions => Locked(() => _sessions.Values.ToArray());

    public IReadOnlyList<AuditEntry> Entries => Locked(() => _entries.ToArray());

    /// <summary>Sets the scene: puts an account there as it is, which is no write of a use case.</summary>
    public Account Put(Account account) => Locked(() => _accounts[account.Id] = account);

    /// <inheritdoc cref="Put(Account)"/>
    public Session Put(Session session) => Locked(() => _sessions[session.Id] = session);

    public Task<AccountChange> AddAsync(Account account, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            if (_accounts.ContainsKey(account.Id))
            {
                throw new ArgumentException("The id is taken.", nameof(account));
            }

            ThrowIfTokenTaken(account);
            return OwnerOf(account.Email) is null ? Store(account) : Refuse(AccountOutcome.EmailTaken);
        },
        cancellationToken);

    public Task<AccountChange> UpdateAsync(AccountId id, Func<Account, Account?> change, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            if (_accounts.GetValueOrDefault(id) is not { } before || change(before) is not { } after)
            {
                return Refuse(AccountOutcome.Missing);
            }

            if (after.Id != id)
            {
                throw new ArgumentException("The id is another.", nameof(change));
            }

            ThrowIfTokenTaken(after);
            return OwnerOf(after.Email) is { } owner && owner.Id != id ? Refuse(AccountOutcome.EmailTaken)
                : !after.IsActiveAdministrator && IsLastAdministrator(before) ? Refuse(AccountOutcome.LastAdministrator)
                : after == before ? new AccountChange(AccountOutcome.Done, after)
                : Store(after);
        },
        cancellationToken);

    public Task<AccountChange> RemoveAsync(AccountId id, Func<Account, bool> condition, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            if (_accounts.GetValueOrDefault(id) is not { } account || !condition(account))
            {
                return Refuse(AccountOutcome.Missing);
            }

            if (IsLastAdministrator(account))
            {
                return Refuse(AccountOutcome.LastAdministrator);
            }

            Writes++;
            _accounts.Remove(id);
            return new AccountChange(AccountOutcome.Done, account);
        },
        cancellationToken);

    public Task<Account?> GetAsync(AccountId id, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() => _accounts.GetValueOrDefault(id)));

    public Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken) => Task.FromResult(Locked(() => OwnerOf(email)));

    public Task<Account?> FindByTokenAsync(ContentHash hash, CancellationToken cancellationToken) =>
        Task.FromResult(Accounts.FirstOrDefault(account => account.Tokens.Any(token => token.Hash == hash)));

    public Task<AccountPage> PageAsync(AccountQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        var part = SearchText.Fold(query.Search ?? "");
        var meant = Accounts
            .Where(account => query.Role is null || account.Role == query.Role)
            .Where(account => SearchText.Fold(account.Name).Contains(part, StringComparison.Ordinal)
                || SearchText.Fold(account.Email).Contains(part, StringComparison.Ordinal))
            .ToArray();
        var rest = meant
            .Where(account => query.After is not { } after
                || (account.CreatedAt.UtcTicks, account.Id.Value).CompareTo((after.Created, after.Id.Value)) > 0)
            .ToArray();
        var items = rest.Take(query.Limit).ToArray();
        return Task.FromResult(new AccountPage(items, rest.Length > items.Length ? AccountCursor.Behind(items[^1]) : null, meant.Length));
    }

    public Task<int> CountAdministratorsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Accounts.Count(account => account.IsActiveAdministrator));

    public Task<SessionOutcome> AddAsync(Session session, CancellationToken cancellationToken) => WriteAsync(
        () => _sessions.ContainsKey(session.Id) || _sessions.Values.Any(other => other.KeyHash == session.KeyHash)
            ? throw new ArgumentException("The id or the key is taken.", nameof(session))
            : Store(session),
        cancellationToken);

    public Task<Session?> FindAsync(ContentHash keyHash, CancellationToken cancellationToken) =>
        Task.FromResult(Locked(() => Live().FirstOrDefault(session => session.KeyHash == keyHash)));

    public Task<IReadOnlyList<Session>> ListAsync(AccountId account, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Session>>(
        Locked(() => Live().Where(session => session.Account == account).OrderByDescending(session => session.SeenAt).ToArray()));

    public Task<SessionOutcome> UpdateAsync(SessionId id, Func<Session, Session?> change, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            if (Find(id) is not { } before || change(before) is not { } after)
            {
                return SessionOutcome.Missing;
            }

            if (after.Id != id || _sessions.Values.Any(other => other.KeyHash == after.KeyHash && other.Id != id))
            {
                throw new ArgumentException("The id or the key is that of another.", nameof(change));
            }

            return after == before ? SessionOutcome.Done : Store(after);
        },
        cancellationToken);

    public Task<SessionOutcome> RemoveAsync(SessionId id, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            if (Find(id) is null)
            {
                return SessionOutcome.Missing;
            }

            Writes++;
            _sessions.Remove(id);
            return SessionOutcome.Done;
        },
        cancellationToken);

    public Task<SessionOutcome> RemoveAllAsync(AccountId account, SessionId? except, CancellationToken cancellationToken) => WriteAsync(
        () =>
        {
            foreach (var session in _sessions.Values.Where(session => session.Account == account && session.Id != except).ToArray())
            {
                Writes++;
                _sessions.Remove(session.Id);
            }

            return SessionOutcome.Done;
        },
        cancellationToken);

    public Task<AuditOutcome> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Locked(() =>
        {
            if (AuditEnds == AuditOutcome.Done)
            {
                _entries.Add(entry with { Id = _entries.Count + 1 });
            }

            return AuditEnds;
        }));
    }

    public Task<AuditPage> PageAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        var rest = Entries.Reverse().Where(entry => !(entry.Id >= query.Before) && query.Filter.Holds(entry)).ToArray();
        var items = rest.Take(query.Limit).ToArray();
        return Task.FromResult(new AuditPage(items, rest.Length > items.Length ? items[^1].Id : null));
    }

    public async IAsyncEnumerable<AuditEntry> ReadAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in Entries.Where(filter.Holds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Task.FromResult(entry);
        }
    }

    private static AccountChange Refuse(AccountOutcome outcome) => new(outcome, null);

    private Task<AccountChange> WriteAsync(Func<AccountChange> write, CancellationToken cancellationToken) =>
        RunAsync(() => AccountsEnd == AccountOutcome.Done ? write() : Refuse(AccountsEnd), cancellationToken);

    private Task<SessionOutcome> WriteAsync(Func<SessionOutcome> write, CancellationToken cancellationToken) =>
        RunAsync(() => SessionsEnd == SessionOutcome.Done ? write() : SessionsEnd, cancellationToken);

    // Gives way first, as a disk does, so that those who come at once do come between each other.
    private async Task<T> RunAsync<T>(Func<T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        BeforeWrite();
        return Locked(write);
    }

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private AccountChange Store(Account account)
    {
        Writes++;
        _accounts[account.Id] = account;
        return new AccountChange(AccountOutcome.Done, account);
    }

    private SessionOutcome Store(Session session)
    {
        Writes++;
        _sessions[session.Id] = session;
        return SessionOutcome.Done;
    }

    private Account? OwnerOf(string email) =>
        _accounts.Values.FirstOrDefault(account => EmailAddress.Fold(account.Email) == EmailAddress.Fold(email));

    private bool IsLastAdministrator(Account account) =>
        account.IsActiveAdministrator && _accounts.Values.Count(other => other.IsActiveAdministrator) == 1;

    private void ThrowIfTokenTaken(Account account)
    {
        var others = _accounts.Values.Where(other => other.Id != account.Id).SelectMany(other => other.Tokens);
        if (account.Tokens.Concat(others).CountBy(token => token.Hash).Any(count => count.Value > 1))
        {
            throw new ArgumentException("There is a token with that hash.", nameof(account));
        }
    }

    private IEnumerable<Session> Live() => _sessions.Values.Where(session => !session.IsExpired(clock.GetUtcNow()));

    private Session? Find(SessionId id) => Live().FirstOrDefault(session => session.Id == id);
}
