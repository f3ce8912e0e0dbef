using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Web.Results;

namespace Piton.Web.Models.Administration;

/// <summary>The page of one account for an administrator.</summary>
/// <param name="Overview">The account, and what is in the library of it.</param>
public sealed record UserModel(AccountOverview Overview)
{
    /// <summary>A link to choose a new password by, shown this once.</summary>
    public string? ResetLink { get; init; }

    /// <summary>Until when the link is good.</summary>
    public DateTimeOffset? ResetUntil { get; init; }

    /// <summary>Why something did not succeed; null where nothing did not.</summary>
    public Failure? Failure { get; init; }

    public Account Account => Overview.Account;
}
