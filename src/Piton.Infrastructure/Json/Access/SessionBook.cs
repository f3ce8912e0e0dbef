using System.Collections.Immutable;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The sessions at one moment, expired ones too, found by id, key and account, and in the order of their expiry.</summary>
internal sealed record SessionBook : IRecordBook<SessionBook, SessionId, Session>
{
    public static SessionBook Empty { get; } = new();

    public IEnumerable<Session> All => ById.Values;

    private ImmutableDictionary<SessionId, Session> ById { get; init; } = ImmutableDictionary<SessionId, Session>.Empty;

    private ImmutableDictionary<ContentHash, SessionId> ByKey { get; init; } = ImmutableDictionary<ContentHash, SessionId>.Empty;

    private ImmutableDictionary<AccountId, ImmutableHashSet<SessionId>> ByAccount { get; init; } =
        ImmutableDictionary<AccountId, ImmutableHashSet<SessionId>>.Empty;

    private ImmutableSortedSet<(long Expires, UInt128 Id)> ByExpiry { get; init; } = ImmutableSortedSet<(long Expires, UInt128 Id)>.Empty;

    public Session? Find(SessionId id) => ById.GetValueOrDefault(id);

    public Session? FindByKey(ContentHash hash) => ByKey.TryGetValue(hash, out var id) ? ById[id] : null;

    public IEnumerable<Session> Of(AccountId account) =>
        ByAccount.TryGetValue(account, out var ids) ? ids.Select(id => ById[id]) : [];

    /// <summary>Those that have expired, the longest ago coming first.</summary>
    public IEnumerable<Session> Expired(DateTimeOffset now) =>
        ByExpiry.Select(place => ById[new SessionId(place.Id)]).TakeWhile(session => session.IsExpired(now));

    public SessionBook WithoutExpired(DateTimeOffset now) => Expired(now).Aggregate(this, (book, session) => book.Remove(session.Id));

    public SessionBook Put(Session session)
    {
        var without = ById.ContainsKey(session.Id) ? Remove(session.Id) : this;
        var others = without.ByAccount.GetValueOrDefault(session.Account, ImmutableHashSet<SessionId>.Empty);
        return without with
        {
            ById = without.ById.Add(session.Id, session),
            ByKey = without.ByKey.Add(session.KeyHash, session.Id),
            ByAccount = without.ByAccount.SetItem(session.Account, others.Add(session.Id)),
            ByExpiry = without.ByExpiry.Add(PlaceOf(session)),
        };
    }

    public SessionBook Remove(SessionId id)
    {
        var session = ById[id];
        var others = ByAccount[session.Account].Remove(id);
        return this with
        {
            ById = ById.Remove(id),
            ByKey = ByKey.Remove(session.KeyHash),
            ByAccount = others.IsEmpty ? ByAccount.Remove(session.Account) : ByAccount.SetItem(session.Account, others),
            ByExpiry = ByExpiry.Remove(PlaceOf(session)),
        };
    }

    private static (long Expires, UInt128 Id) PlaceOf(Session session) => (session.ExpiresAt.UtcTicks, session.Id.Value);
}
