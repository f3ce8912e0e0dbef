using System.Collections.Immutable;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>The accounts at one moment, found by id, e-mail address and token, and in the order of their making.</summary>
internal sealed record AccountBook : IRecordBook<AccountBook, AccountId, Account>
{
    public static AccountBook Empty { get; } = new();

    public IEnumerable<Account> All => ById.Values;

    /// <summary>How many administrators can sign in.</summary>
    public int ActiveAdministrators { get; private init; }

    private ImmutableDictionary<AccountId, Account> ById { get; init; } = ImmutableDictionary<AccountId, Account>.Empty;

    private ImmutableDictionary<string, AccountId> ByEmail { get; init; } = ImmutableDictionary<string, AccountId>.Empty;

    private ImmutableDictionary<ContentHash, AccountId> ByToken { get; init; } = ImmutableDictionary<ContentHash, AccountId>.Empty;

    private ImmutableSortedSet<(long Created, UInt128 Id)> ByAge { get; init; } = ImmutableSortedSet<(long Created, UInt128 Id)>.Empty;

    public Account? Find(AccountId id) => ById.GetValueOrDefault(id);

    public Account? FindByEmail(string email) => ByEmail.TryGetValue(EmailAddress.Fold(email), out var id) ? ById[id] : null;

    public Account? FindByToken(ContentHash hash) => ByToken.TryGetValue(hash, out var id) ? ById[id] : null;

    public AccountBook Put(Account account)
    {
        var without = ById.ContainsKey(account.Id) ? Remove(account.Id) : this;
        return without with
        {
            ById = without.ById.Add(account.Id, account),
            ByEmail = without.ByEmail.Add(EmailAddress.Fold(account.Email), account.Id),
            ByToken = without.ByToken.AddRange(account.Tokens.Select(token => KeyValuePair.Create(token.Hash, account.Id))),
            ByAge = without.ByAge.Add(PlaceOf(account)),
            ActiveAdministrators = without.ActiveAdministrators + (account.IsActiveAdministrator ? 1 : 0),
        };
    }

    public AccountBook Remove(AccountId id)
    {
        var account = ById[id];
        return this with
        {
            ById = ById.Remove(id),
            ByEmail = ByEmail.Remove(EmailAddress.Fold(account.Email)),
            ByToken = ByToken.RemoveRange(account.Tokens.Select(token => token.Hash)),
            ByAge = ByAge.Remove(PlaceOf(account)),
            ActiveAdministrators = ActiveAdministrators - (account.IsActiveAdministrator ? 1 : 0),
        };
    }

    public AccountPage Page(AccountQuery query)
    {
        var part = SearchText.Fold(query.Search ?? "");
        bool IsMeant(Account account) =>
            (query.Role is null || account.Role == query.Role)
            && (part.Length == 0
                || SearchText.Fold(account.Name).Contains(part, StringComparison.Ordinal)
                || SearchText.Fold(account.Email).Contains(part, StringComparison.Ordinal));

        var all = part.Length == 0 && query.Role is null;
        var total = all ? ById.Count : ById.Values.Count(IsMeant);
        var items = new List<Account>(Math.Min(query.Limit, total));
        foreach (var account in From(query.After).Where(IsMeant))
        {
            if (items.Count == query.Limit)
            {
                return new AccountPage(items, AccountCursor.Behind(items[^1]), total);
            }

            items.Add(account);
        }

        return new AccountPage(items, null, total);
    }

    private static (long Created, UInt128 Id) PlaceOf(Account account) => (account.CreatedAt.UtcTicks, account.Id.Value);

    private IEnumerable<Account> From(AccountCursor? cursor)
    {
        for (var i = cursor is null ? 0 : FirstBehind(cursor); i < ByAge.Count; i++)
        {
            yield return ById[new AccountId(ByAge[i].Id)];
        }
    }

    private int FirstBehind(AccountCursor cursor)
    {
        // Where no account is at the cursor any more, the complement tells which one comes next.
        var index = ByAge.IndexOf((cursor.Created, cursor.Id.Value));
        return index < 0 ? ~index : index + 1;
    }
}
