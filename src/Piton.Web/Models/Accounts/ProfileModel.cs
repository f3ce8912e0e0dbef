using Piton.Application.Accounts;
using Piton.Application.Accounts.CreateToken;
using Piton.Domain.Access;
using Piton.Web.Results;

namespace Piton.Web.Models.Accounts;

/// <summary>The page of one's own account.</summary>
/// <param name="Overview">The account, and what is in the library of it.</param>
/// <param name="Current">The session that asks.</param>
public sealed record ProfileModel(AccountOverview Overview, SessionId? Current)
{
    /// <summary>A token that was just made, shown this once.</summary>
    public NewToken? NewToken { get; init; }

    /// <summary>Recovery codes that were just made, shown this once.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; init; } = [];

    /// <summary>Which of the forms was refused: the last part of its address.</summary>
    public string? RefusedForm { get; init; }

    public Failure? Failure { get; init; }

    public Account Account => Overview.Account;

    /// <summary>Why a field of a form was refused; null where it was not.</summary>
    public string? ErrorOf(string form, string field) => RefusedForm == form && Failure?.Field == field ? Failure.Message : null;
}
