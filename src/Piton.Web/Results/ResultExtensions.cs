using System.Globalization;
using Ardalis.Result;
using Microsoft.AspNetCore.Mvc;
using Piton.Application.Refusals;
using Piton.Web.Routing;
using Piton.Web.Security;
using IResult = Ardalis.Result.IResult;

namespace Piton.Web.Results;

/// <summary>The only place that reads a <see cref="Result{T}"/> and turns it into an answer.</summary>
public static class ResultExtensions
{
    /// <summary>The answer of the API: what <paramref name="success"/> makes of the value, or problem details (RFC 9457).</summary>
    public static IActionResult ToApi<T>(this Result<T> result, ControllerBase controller, Func<T, IActionResult> success) =>
        result.Match(controller.HttpContext, success, ProblemAnswer.Of);

    /// <summary>The answer to a person: what <paramref name="success"/> makes of the value, or the error page.</summary>
    public static IActionResult ToPage<T>(this Result<T> result, ControllerBase controller, Func<T, IActionResult> success) =>
        result.Match(controller.HttpContext, success, failure => Page(controller, failure));

    /// <summary>The same answer to either where it succeeds; a page or problem details, as the client accepts, where not.</summary>
    public static IActionResult ToClient<T>(this Result<T> result, ControllerBase controller, Func<T, IActionResult> success) =>
        result.ToClient(controller, success, success);

    /// <summary>The answer to either: a page for a person, JSON or problem details for a program, as it accepts.</summary>
    public static IActionResult ToClient<T>(
        this Result<T> result, ControllerBase controller, Func<T, IActionResult> page, Func<T, IActionResult> data) =>
        controller.HttpContext.WantsPage() ? result.ToPage(controller, page) : result.ToApi(controller, data);

    /// <summary>
    /// The answer to a person who sent a form: what <paramref name="success"/> makes of the value; where a field was wrong, the page of the form
    /// again, with the status of the failure; the error page otherwise.
    /// </summary>
    public static Task<IActionResult> ToFormAsync<T>(
        this Result<T> result, ControllerBase controller, Func<T, IActionResult> success, Func<Failure, Task<IActionResult>> again) =>
        result.ToFormAsync(controller, value => Task.FromResult(success(value)), again);

    /// <summary>The same where the answer to success takes time.</summary>
    public static Task<IActionResult> ToFormAsync<T>(
        this Result<T> result, ControllerBase controller, Func<T, Task<IActionResult>> success, Func<Failure, Task<IActionResult>> again)
    {
        ArgumentNullException.ThrowIfNull(controller);
        return result.Match(controller.HttpContext, success, failure =>
        {
            controller.Response.StatusCode = failure.Status;
            return failure.Field is { Length: > 0 } ? again(failure) : Task.FromResult(Page(controller, failure));
        });
    }

    /// <summary>Calls <paramref name="success"/> with the value or <paramref name="failure"/> with what went wrong.</summary>
    internal static TAnswer Match<T, TAnswer>(
        this Result<T> result, HttpContext context, Func<T, TAnswer> success, Func<Failure, TAnswer> failure) =>
        result.Status switch
        {
            ResultStatus.Ok or ResultStatus.Created or ResultStatus.NoContent => success(result.Value),
            ResultStatus.Invalid => failure(Refused(context, result.ValidationErrors.First())),
            ResultStatus.Unavailable => failure(NotNow(result, context)),
            ResultStatus.Unauthorized => failure(Unauthorized(context)),
            ResultStatus.Forbidden => failure(Forbidden(context)),
            ResultStatus.NotFound => failure(Plain(context, 404, "not_found", "There is nothing here. It may have been deleted, or the address is wrong.")),
            ResultStatus.Conflict => failure(Plain(context, 409, "conflict", "Somebody else changed this meanwhile. Load it again.")),
            ResultStatus.Error or ResultStatus.CriticalError => failure(Plain(context, 500, "error", "Something went wrong on the server.")),
        };

    // Whoever only looks is led to where they sign in, and back from there; what they sent would be lost on the way.
    private static IActionResult Page(ControllerBase controller, Failure failure) =>
        failure.Status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(controller.Request.Method)
            ? new RedirectResult(controller.HttpContext.SignInPath())
            : ErrorPageAnswer.Of(failure);

    /// <summary>Somebody asks who has not the right to.</summary>
    internal static Failure Forbidden(HttpContext context) =>
        context.Actor().Account is null ? Unauthorized(context) : Plain(context, 403, "forbidden", "You may not do this.");

    /// <summary>A failure with no refusal behind it, by a code that is the name of its text.</summary>
    internal static Failure Plain(HttpContext context, int status, string code, string english) => Plain(context, status, code, null, english);

    /// <summary>The same where the code has several texts, one for each case.</summary>
    internal static Failure Plain(HttpContext context, int status, string code, string? particular, string english, params object[] arguments) => new(
        status, code, Messages(context).Say(code, particular, string.Format(CultureInfo.InvariantCulture, english, arguments), arguments));

    /// <summary>What a refusal is in HTTP.</summary>
    internal static Failure Refused(HttpContext context, ValidationError error)
    {
        var arguments = error is Refusal refusal ? refusal.Arguments : [];
        var (status, retryAfter) = ErrorCodes.FromText(error.ErrorCode) is { } code
            ? (FailureTable.Status(code), FailureTable.RetryAfter(code))
            : (StatusCodes.Status400BadRequest, null);
        var message = Messages(context).Say(error.ErrorCode, error.Identifier, error.ErrorMessage, arguments);
        return new Failure(status, error.ErrorCode, message, error.Identifier, retryAfter);
    }

    private static Failure NotNow(IResult result, HttpContext context) =>
        Unavailable.CodeOf(result) is { } code
            ? new Failure(
                FailureTable.Status(code), code.Text(), Messages(context).Say(code, result.Errors.Last()), RetryAfter: FailureTable.RetryAfter(code))
            : Plain(context, StatusCodes.Status503ServiceUnavailable, "unavailable", "This cannot be done now. Try again later.");

    private static Failure Unauthorized(HttpContext context) => Plain(context, 401, "unauthorized", "Sign in to do this.");

    private static FailureMessages Messages(HttpContext context) => context.RequestServices.GetRequiredService<FailureMessages>();
}
