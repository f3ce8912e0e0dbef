using System.Collections.Concurrent;
using Piton.Domain.Access;

namespace Piton.Application.Images.UploadImage;

/// <summary>
/// Remembers which upload came under which key of its sender's, so that one that is sent again is answered like the first
/// (draft-ietf-httpapi-idempotency-key-header-07).
/// </summary>
internal sealed class UploadKeys(TimeProvider clock)
{
    private readonly ConcurrentDictionary<AccountId, AccountKeys> _accounts = new();
    private long _nextTidying;

    /// <summary>Begins an upload under a key.</summary>
    /// <param name="account">Whose key; null for nobody's, who has none.</param>
    /// <param name="key">The key; null for an upload without one.</param>
    /// <returns>Its turn, to be disposed of at the end; null where another one is under way with that key.</returns>
    public UploadTurn? Begin(AccountId? account, string? key)
    {
        if (account is not { } sender || key is null)
        {
            return UploadTurn.WithoutKey;
        }

        Tidy(clock.GetUtcNow());
        return _accounts.GetOrAdd(sender, _ => new AccountKeys(clock)).Begin(key);
    }

    // Whoever sends nothing more would be remembered for ever.
    private void Tidy(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextTidying);
        if (now.Ticks >= due && Interlocked.CompareExchange(ref _nextTidying, (now + TimeSpan.FromHours(1)).Ticks, due) == due)
        {
            foreach (var keys in _accounts.Values)
            {
                keys.Tidy();
            }
        }
    }
}
