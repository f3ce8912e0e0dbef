using Microsoft.Extensions.Logging;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The sessions in an append-only log of JSON lines, all of them in memory. Created closed; <see cref="OpenAsync"/> comes before all else.</summary>
internal sealed class JsonSessionCatalog(ILogDisk disk, DiskHealth health, TimeProvider time, ILogger<JsonSessionCatalog> logger)
    : ISessionCatalog, IPausableLog, IAsyncDisposable
{
    /// <summary>The log's name in the data folder.</summary>
    public const string FileName = "sessions.jsonl";

    // More than come in one change, so that they never pile up, and few enough for nobody to wait for.
    private const int MostDroppedAtOnce = 16;

    // A group has to hold them, whatever else is in it.
    private const int MostRemovedAtOnce = 1000;

    private readonly RecordLog<SessionBook, SessionId, Session, SessionOutcome> _log =
        new(disk, health, time, logger, new SessionFormat(), Refusal, book => book.WithoutExpired(time.GetUtcNow()));

    public LogEnd End => _log.End;

    /// <summary>Opens the log in the data folder, or creates it; cuts off a group that a power cut tore.</summary>
    /// <exception cref="LibraryException">The log is damaged.</exception>
    public Task OpenAsync(string directory, CancellationToken cancellationToken) =>
        _log.OpenAsync(Path.Combine(directory, FileName), SessionBook.Empty, cancellationToken);

    public Task<SessionOutcome> AddAsync(Session session, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Add(draft, session), cancellationToken);

    public Task<Session?> FindAsync(ContentHash keyHash, CancellationToken cancellationToken) =>
        Task.FromResult(_log.Book.FindByKey(keyHash) is { } session && !session.IsExpired(time.GetUtcNow()) ? session : null);

    public Task<IReadOnlyList<Session>> ListAsync(AccountId account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult<IReadOnlyList<Session>>(
            [.. _log.Book.Of(account).Where(session => !session.IsExpired(now)).OrderByDescending(session => session.SeenAt)]);
    }

    public Task<SessionOutcome> UpdateAsync(SessionId id, Func<Session, Session?> change, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Update(draft, id, change), cancellationToken);

    public Task<SessionOutcome> RemoveAsync(SessionId id, CancellationToken cancellationToken) =>
        _log.WriteAsync(draft => Remove(draft, id), cancellationToken);

    public async Task<SessionOutcome> RemoveAllAsync(AccountId account, SessionId? except, CancellationToken cancellationToken)
    {
        var isLast = false;
        SessionOutcome RemoveSome(RecordDraft<SessionBook, SessionId, Session> draft)
        {
            var ids = draft.Book.Of(account).Select(session => session.Id).Where(id => id != except).Take(MostRemovedAtOnce).ToList();
            ids.ForEach(draft.Remove);
            isLast = ids.Count < MostRemovedAtOnce;
            return SessionOutcome.Done;
        }

        var outcome = await _log.WriteAsync(RemoveSome, cancellationToken);
        while (outcome == SessionOutcome.Done && !isLast)
        {
            outcome = await _log.WriteAsync(RemoveSome, CancellationToken.None);
        }

        return outcome;
    }

    public Task<IDisposable> PauseAsync(CancellationToken cancellationToken) => _log.PauseAsync(cancellationToken);

    /// <inheritdoc cref="RecordLog{TBook, TKey, TRecord, TResult}.CompactAsync"/>
    public Task CompactAsync(CancellationToken cancellationToken) => _log.CompactAsync(cancellationToken);

    public ValueTask DisposeAsync() => _log.DisposeAsync();

    private static SessionOutcome Refusal(LogOutcome outcome) => outcome switch
    {
        LogOutcome.DiskFull => SessionOutcome.DiskFull,
        LogOutcome.ReadOnly => SessionOutcome.ReadOnly,
        LogOutcome.Done => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private SessionOutcome Add(RecordDraft<SessionBook, SessionId, Session> draft, Session session)
    {
        if (draft.Book.Find(session.Id) is not null || draft.Book.FindByKey(session.KeyHash) is not null)
        {
            throw new ArgumentException("There is a session with that id or that key already.", nameof(session));
        }

        foreach (var expired in draft.Book.Expired(time.GetUtcNow()).Take(MostDroppedAtOnce).ToList())
        {
            draft.Remove(expired.Id);
        }

        Put(draft, session);
        return SessionOutcome.Done;
    }

    private SessionOutcome Update(RecordDraft<SessionBook, SessionId, Session> draft, SessionId id, Func<Session, Session?> change)
    {
        if (FindLive(draft, id) is not { } before || change(before) is not { } after)
        {
            return SessionOutcome.Missing;
        }

        if (after.Id != id || (draft.Book.FindByKey(after.KeyHash) is { } other && other.Id != id))
        {
            throw new ArgumentException("A change changes neither the id nor the key to that of another.", nameof(change));
        }

        if (after != before)
        {
            Put(draft, after);
        }

        return SessionOutcome.Done;
    }

    private SessionOutcome Remove(RecordDraft<SessionBook, SessionId, Session> draft, SessionId id)
    {
        if (FindLive(draft, id) is null)
        {
            return SessionOutcome.Missing;
        }

        draft.Remove(id);
        return SessionOutcome.Done;
    }

    private Session? FindLive(RecordDraft<SessionBook, SessionId, Session> draft, SessionId id) =>
        draft.Book.Find(id) is { } session && !session.IsExpired(time.GetUtcNow()) ? session : null;

    // Whoever would relieve a full disk has to sign in first.
    private static void Put(RecordDraft<SessionBook, SessionId, Session> draft, Session session) => draft.Put(session, mayUseReserve: true);
}
