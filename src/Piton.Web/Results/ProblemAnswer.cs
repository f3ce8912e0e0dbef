using Microsoft.AspNetCore.Mvc;

namespace Piton.Web.Results;

/// <summary>A failure as problem details (RFC 9457) with a stable <c>code</c>.</summary>
internal static class ProblemAnswer
{
    public static IActionResult Of(Failure failure) => new FailureResult(failure, new ObjectResult(Details(failure))
    {
        StatusCode = failure.Status,
        ContentTypes = { "application/problem+json" },
    });

    public static ProblemDetails Details(Failure failure)
    {
        var problem = new ProblemDetails
        {
            Status = failure.Status,
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(failure.Status),
            Detail = failure.Message,
            Extensions = { ["code"] = failure.Code },
        };
        if (failure.Field is { Length: > 0 } field)
        {
            problem.Extensions["field"] = field;
        }

        return problem;
    }
}
