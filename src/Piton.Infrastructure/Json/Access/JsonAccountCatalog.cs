using Microsoft.Extensions.Logging;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The accounts in an append-only log of JSON lines, all of them in memory. Created closed; <see cref="OpenAsync"/> comes before all else.</summary>
internal sealed class JsonAccountCatalog(ILogDisk disk, DiskHealth health, TimeProvider time, ILogger<JsonAccountCatalog> logger)
    : IAccountCatalog, IAccountListing, IPausableLog, IAsyncDisposable
{
    /// <summary>The log's name in the data folder.</summary>
    public const string FileName = "accounts.jsonl";

    private readonly RecordLog<AccountBook, AccountId, Account, AccountChange> _log =
        new(disk, health, time, logger, new AccountFormat(), Refusal, book => book);

    public LogEnd End => _log.End;

    /// <summary>Opens the log in the data folder, or creates it; cuts off a group that a power cut tore.</summary>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public Task OpenAsync(string directory, CancellationToken cancellationToken) =>
        _log.OpenAsync(Path.Combine(directory, FileName), AccountBook.Empty, cancellationToken);

    public Task<AccountChange> AddAsync(Account account, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Add(draft, account), cancellationToken);

    public Task<AccountChange> UpdateAsync(AccountId id, Func<Account, Account?> change, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Update(draft, id, change), cancellationToken);

    public Task<AccountChange> RemoveAsync(AccountId id, Func<Account, bool> condition, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Remove(draft, id, condition), cancellationToken);

    public Task<Account?> GetAsync(AccountId id, CancellationToken cancellationToken) => Task.FromResult(_log.Book.Find(id));

    public Task<Account?> FindByEmailAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(_log.Book.FindByEmail(email));

    public Task<Account?> FindByTokenAsync(ContentHash hash, CancellationToken cancellationToken) =>
        Task.FromResult(_log.Book.FindByToken(hash));

    public Task<AccountPage> PageAsync(AccountQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        return Task.FromResult(_log.Book.Page(query));
    }

    public Task<int> CountAdministratorsAsync(CancellationToken cancellationToken) => Task.FromResult(_log.Book.ActiveAdministrators);

    public Task<IDisposable> PauseAsync(CancellationToken cancellationToken) => _log.PauseAsync(cancellationToken);

    /// <inheritdoc cref="RecordLog{TBook, TKey, TRecord, TResult}.CompactAsync"/>
    public Task CompactAsync(CancellationToken cancellationToken) => _log.CompactAsync(cancellationToken);

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private static AccountChange Add(RecordDraft<AccountBook, AccountId, Account> draft, Account account)
    {
        if (draft.Book.Find(account.Id) is not null)
        {
            throw new ArgumentException($"There is an account with the id {account.Id} already.", nameof(account));
        }

        ThrowIfTokenTaken(draft.Book, account);
        if (draft.Book.FindByEmail(account.Email) is not null)
        {
            return new AccountChange(AccountOutcome.EmailTaken, null);
        }

        draft.Put(account, mayUseReserve: false);
        return new AccountChange(AccountOutcome.Done, account);
    }

    private static AccountChange Update(
        RecordDraft<AccountBook, AccountId, Account> draft, AccountId id, Func<Account, Account?> change)
    {
        if (draft.Book.Find(id) is not { } before || change(before) is not { } after)
        {
            return new AccountChange(AccountOutcome.Missing, null);
        }

        if (after.Id != id)
        {
            throw new ArgumentException("A change does not change the id.", nameof(change));
        }

        ThrowIfTokenTaken(draft.Book, after);
        if (draft.Book.FindByEmail(after.Email) is { } other && other.Id != id)
        {
            return new AccountChange(AccountOutcome.EmailTaken, null);
        }

        if (!after.IsActiveAdministrator && IsLastAdministrator(draft.Book, before))
        {
            return new AccountChange(AccountOutcome.LastAdministrator, null);
        }

        if (after != before)
        {
            // Who signs in changes their account, and has to be able to where a full disk is to be relieved.
            draft.Put(after, mayUseReserve: true);
        }

        return new AccountChange(AccountOutcome.Done, after);
    }

    private static AccountChange Remove(RecordDraft<AccountBook, AccountId, Account> draft, AccountId id, Func<Account, bool> condition)
    {
        if (draft.Book.Find(id) is not { } before || !condition(before))
        {
            return new AccountChange(AccountOutcome.Missing, null);
        }

        if (IsLastAdministrator(draft.Book, before))
        {
            return new AccountChange(AccountOutcome.LastAdministrator, null);
        }

        draft.Remove(id);
        return new AccountChange(AccountOutcome.Done, before);
    }

    private static bool IsLastAdministrator(AccountBook book, Account account) =>
        account.IsActiveAdministrator && book.ActiveAdministrators == 1;

    private static void ThrowIfTokenTaken(AccountBook book, Account account)
    {
        var hashes = new HashSet<ContentHash>();
        if (!account.Tokens.All(token => hashes.Add(token.Hash) && (book.FindByToken(token.Hash)?.Id ?? account.Id) == account.Id))
        {
            throw new ArgumentException("There is a token with that hash already.", nameof(account));
        }
    }

    private static AccountChange Refusal(LogOutcome outcome) => outcome switch
    {
        LogOutcome.DiskFull => new AccountChange(AccountOutcome.DiskFull, null),
        LogOutcome.ReadOnly => new AccountChange(AccountOutcome.ReadOnly, null),
        LogOutcome.Done => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
