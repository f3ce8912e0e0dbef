using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Piton.Domain.Access;

/// <summary>A place in the listing of accounts: just behind one.</summary>
/// <param name="Created">When that account was made, in UTC ticks.</param>
/// <param name="Id">Its id.</param>
public sealed record AccountCursor(long Created, AccountId Id)
{
    /// <summary>The place just behind <paramref name="account"/>.</summary>
    public static AccountCursor Behind(Account account) => new(account.CreatedAt.UtcTicks, account.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is false.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AccountCursor? cursor)
    {
        cursor = text?.Split('-') is [var created, var account]
            && long.TryParse(created, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && AccountId.TryParse(account, out var id)
            ? new AccountCursor(ticks, id)
            : null;
        return cursor is not null && cursor.ToString() == text;
    }

    /// <summary>The cursor as it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Created}-{Id}");
}
