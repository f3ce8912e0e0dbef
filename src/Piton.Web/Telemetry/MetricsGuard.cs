using Piton.Domain.Access;
using Piton.Web.Results;
using Piton.Web.Security;

namespace Piton.Web.Telemetry;

/// <summary>
/// Lets nobody read the measurements but who has the right to. There is no use case that could ask: what was measured is the host's own,
/// and no request of the house.
/// </summary>
internal sealed class MetricsGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) => context.Actor().May(Right.ReadMetrics)
        ? next(context)
        : FailureAnswer.WriteAsync(context, ResultExtensions.Forbidden(context), ErrorPageAnswer.Of);
}
