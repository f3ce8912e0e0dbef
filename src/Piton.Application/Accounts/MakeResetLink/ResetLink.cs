using Piton.Domain.Access;

namespace Piton.Application.Accounts.MakeResetLink;

/// <summary>What somebody can choose a new password by, once.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Ticket">What the link holds.</param>
/// <param name="Until">Until when.</param>
public sealed record ResetLink(Account Account, string Ticket, DateTimeOffset Until)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Nothing: it holds a secret.</summary>
    public override string ToString() => nameof(ResetLink);
}
