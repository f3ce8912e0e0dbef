using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>What a write to the accounts means to whoever asked for it.</summary>
internal static class AccountChanges
{
    public static Result<Account> ToResult(this AccountChange change) => change.Outcome switch
    {
        AccountOutcome.Done => change.Account!,
        AccountOutcome.Missing => Result.NotFound(),
        AccountOutcome.EmailTaken => Result.Invalid(AccountRefusals.EmailTaken()),
        AccountOutcome.LastAdministrator => Result.Invalid(AccountRefusals.LastAdministrator()),
        AccountOutcome.DiskFull => Unavailable.DiskFull(),
        AccountOutcome.ReadOnly => Unavailable.ReadOnly(),
    };
}
