using Microsoft.AspNetCore.Antiforgery;

namespace Piton.Web.Results;

/// <summary>What a fault, or a status that no action explained, is called to the client. The fault itself goes to the log alone.</summary>
internal static class FaultTable
{
    /// <summary>Whether the client caused it, so that it is no news for the operator.</summary>
    public static bool IsTheClients(Exception fault) => fault is BadHttpRequestException or AntiforgeryValidationException;

    public static Failure FailureFor(HttpContext context, Exception? fault, int status) => (fault, status) switch
    {
        (BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }, _) or (null, 413) => ResultExtensions.Plain(
            context, StatusCodes.Status413PayloadTooLarge, "too_large", "There is more in this request than is allowed. Send smaller pictures, or fewer at once."),
        (BadHttpRequestException { StatusCode: var bad }, _) => ResultExtensions.Plain(
            context, bad, "malformed", "The request is malformed, or ended early. Send it again."),
        (AntiforgeryValidationException, _) or (null, 400) => ResultExtensions.Plain(
            context, StatusCodes.Status400BadRequest, "malformed", "The request is malformed, or its page was too old. Load the page again and retry."),
        (null, 404) => ResultExtensions.Plain(
            context, status, "not_found", "There is nothing here. It may have been deleted, or the address is wrong."),
        (null, 405) => ResultExtensions.Plain(context, status, "method_not_allowed", "This address does not take requests of this kind."),
        (null, 415) => ResultExtensions.Plain(context, status, "unsupported_type", "This address does not take content of this type."),
        (null, < 500) => ResultExtensions.Plain(context, status, "refused", "The request was refused."),
        _ => ResultExtensions.Plain(context, StatusCodes.Status500InternalServerError, "error", "Something went wrong on the server."),
    };
}
