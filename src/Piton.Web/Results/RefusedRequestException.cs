using Piton.Application.Refusals;

namespace Piton.Web.Results;

/// <summary>A body that is refused while it is read, for a reason that has a code and words of its own.</summary>
internal sealed class RefusedRequestException(Refusal refusal)
    : BadHttpRequestException(refusal.ErrorMessage, FailureTable.Status(ErrorCodes.FromText(refusal.ErrorCode)!.Value))
{
    public Refusal Refusal => refusal;
}
