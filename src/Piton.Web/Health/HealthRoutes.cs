using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Piton.Web.Health;

/// <summary>The probes: <c>/health/live</c> while the process runs, <c>/health/ready</c> while it can serve, if only in part.</summary>
internal static class HealthRoutes
{
    public static void MapPitonHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (context, report) =>
            {
                context.RequestServices.GetRequiredService<HealthChanges>().Heed(report);
                return WriteAsync(context, report);
            },
        });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(
            report.Status.ToString().ToLowerInvariant(),
            [.. report.Entries.Select(entry => ReasonOf(entry.Key, entry.Value)).OfType<string>()]),
        context.RequestAborted);

    // Anybody may ask, and the message of a fault can hold a path.
    private static string? ReasonOf(string check, HealthReportEntry entry) =>
        entry.Exception is null ? entry.Description : $"The state of the {check} could not be found out. The log says more.";
}
