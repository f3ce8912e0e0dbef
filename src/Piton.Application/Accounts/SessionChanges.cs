using Ardalis.Result;
using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Application.Accounts;

/// <summary>What a write to the sessions means to whoever asked for it.</summary>
internal static class SessionChanges
{
    public static Result<bool> ToResult(this SessionOutcome outcome) => outcome switch
    {
        SessionOutcome.Done => true,
        SessionOutcome.Missing => Result.NotFound(),
        SessionOutcome.DiskFull => Unavailable.DiskFull(),
        SessionOutcome.ReadOnly => Unavailable.ReadOnly(),
    };
}
