using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>Refuses a request with an API token that is none. Behind the rate limits, which count it by its address.</summary>
internal sealed class TokenGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.HasInvalidToken())
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return FailureAnswer.WriteAsync(context, Refusal(context), ErrorPageAnswer.Of);
    }

    private static Failure Refusal(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status401Unauthorized, "invalid_token",
        "This API token is not valid: it was revoked, has expired, or was copied in part. Make a new one on your account page.");
}
