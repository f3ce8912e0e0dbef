using Piton.Application.Accounts;
using Piton.Web.Results;

namespace Piton.Web.Security;

/// <summary>While there is no administrator, leads every page to the first start, and answers nothing else of the house.</summary>
internal sealed class SetupGuard(RequestDelegate next, SetupGate gate)
{
    public const string Path = "/setup";

    // Pictures are shown elsewhere by their address, and probes must not fail; the switch of language stands on the page itself.
    private static readonly PathString[] Open = [Path, "/uploads", "/health", "/preferences", "/error"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsOpen(context.Request) || !await gate.IsOpenAsync(context.RequestAborted))
        {
            await next(context);
        }
        else if (context.WantsPage())
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = Path;
        }
        else
        {
            await FailureAnswer.WriteAsync(context, Refusal(context), ErrorPageAnswer.Of);
        }
    }

    private static bool IsOpen(HttpRequest request) => Open.Any(path => request.Path.StartsWithSegments(path));

    private static Failure Refusal(HttpContext context) => ResultExtensions.Plain(
        context, StatusCodes.Status503ServiceUnavailable, "not_set_up", "Piton has no administrator yet. Open /setup in a browser, or run: piton users create-admin");
}
