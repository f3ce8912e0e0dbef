namespace Piton.Web.Telemetry;

/// <summary><c>/metrics</c>, as Prometheus reads it.</summary>
internal static class MetricsRoute
{
    public static void MapPitonMetrics(this WebApplication app) =>
        app.MapPrometheusScrapingEndpoint("/metrics", null, branch => branch.UseMiddleware<MetricsGuard>(), null)
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get]));
}
