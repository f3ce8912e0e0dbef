using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Piton.Web.Health;

/// <summary>The probes: <c>/health/live</c> while the process runs, <c>/health/ready</c> while it can serve, if only in part.</summary>
internal static class HealthRoutes
{
    public static void MapPitonHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(
            report.Status.ToString().ToLowerInvariant(),
            [.. report.Entries.Select(entry => entry.Value.Description).OfType<string>()]),
        context.RequestAborted);
}
