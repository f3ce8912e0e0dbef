using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Piton.Web.Hosting;

namespace Piton.Web.Results;

/// <summary>What a fault, or a status that no action explained, is called to the client. The fault itself goes to the log alone.</summary>
internal static class FaultTable
{
    /// <summary>Whether the client caused it, so that it is no news for the operator.</summary>
    public static bool IsTheClients(Exception fault) => fault is BadHttpRequestException or AntiforgeryValidationException;

    /// <summary>Whether the stop of the server cut its request off, so that nobody is there to be answered.</summary>
    public static bool IsTheStops(Exception fault) => fault is OperationCanceledException { InnerException: ConnectionAbortedException };

    public static Failure FailureFor(HttpContext context, Exception? fault, int status) => (fault, status) switch
    {
        (RefusedRequestException { Refusal: var refusal }, _) => ResultExtensions.Refused(context, refusal),
        (BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }, _) or (null, 413) => ResultExtensions.Plain(
            context, StatusCodes.Status413PayloadTooLarge, "too_large", "request",
            "There is more in this request than belongs there. It may have at most {0:N0} bytes.", ConnectionLimits.ShortBody),
        (BadHttpRequestException { StatusCode: var bad }, _) => Malformed(context, bad),
        (AntiforgeryValidationException, _) => PageExpired(context),
        (null, 400) => Malformed(context, status),
        (null, 404) => ResultExtensions.Plain(
            context, status, "not_found", "There is nothing here. It may have been deleted, or the address is wrong."),
        (null, 405) => ResultExtensions.Plain(context, status, "method_not_allowed", "This address does not take requests of this kind."),
        (null, 415) => ResultExtensions.Plain(context, status, "unsupported_type", "This address does not take content of this type."),
        (null, < 500) => ResultExtensions.Plain(context, status, "refused", "The request was refused."),
        _ => ResultExtensions.Plain(context, StatusCodes.Status500InternalServerError, "error", "Something went wrong on the server."),
    };

    /// <summary>A form whose token is missing, or belongs to another browser or another time.</summary>
    public static Failure PageExpired(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status400BadRequest, "page_expired", "The page was open too long, or is not one of Piton's. Load it again and retry.");

    private static Failure Malformed(HttpContext context, int status) =>
        ResultExtensions.Plain(context, status, "malformed", "The request is malformed, or ended early. Send it again.");
}
