using System.Reflection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Piton.Web.Telemetry;

/// <summary>Collects what Piton measures: the measurements for <c>/metrics</c>, and traces for whoever is named to take them.</summary>
internal static class TelemetryRegistration
{
    // Those of the layers, and of extensions that are called so.
    private const string OfPiton = "Piton.*";

    private const string Runtime = "System.Runtime";

    // What an operator asks for; the rest is for who develops, and not all of it keeps the rules of Prometheus.
    private static readonly string[] OfTheRuntime =
    [
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.collections", "dotnet.gc.heap.total_allocated",
        "dotnet.gc.last_collection.heap.size", "dotnet.gc.pause.time", "dotnet.exceptions",
    ];

    // By these OpenTelemetry is told where to send traces; without them it would try this machine.
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <param name="services">What is registered into.</param>
    /// <param name="configuration">The whole configuration, with the environment.</param>
    /// <exception cref="OptionsValidationException">Traces are to be sent to what is no address.</exception>
    public static void AddPitonTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService("piton", serviceVersion: Version(), autoGenerateServiceInstanceId: false)
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(OfPiton, "Microsoft.AspNetCore.Hosting", Runtime)
                .AddView(instrument => instrument.Meter.Name == Runtime && !OfTheRuntime.Contains(instrument.Name) ? MetricStreamConfiguration.Drop : null)
                .AddView("http.server.request.duration", OfRequests)
                .AddPrometheusExporter(prometheus => prometheus.ScopeInfoEnabled = false));
        var endpoints = Endpoints.Select(name => (Name: name, Address: configuration[name])).Where(endpoint => !string.IsNullOrWhiteSpace(endpoint.Address)).ToList();
        foreach (var (name, address) in endpoints.Where(endpoint => !IsAddress(endpoint.Address!)))
        {
            // OpenTelemetry would pass over it in silence.
            throw new OptionsValidationException(
                name, typeof(Uri), [$"{name} is \"{address}\". Give it where traces are taken, like http://localhost:4317, or leave it out."]);
        }

        if (endpoints.Count > 0)
        {
            telemetry.WithTracing(tracing => tracing
                .AddSource(OfPiton)
                .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpResponse = (activity, _) => RequestSteps.Anonymise(activity))
                .AddOtlpExporter());
        }
    }

    // By the route and not by the address, of which there is one a picture; few enough lines for all routes and statuses.
    private static ExplicitBucketHistogramConfiguration OfRequests => new()
    {
        TagKeys = ["http.request.method", "http.route", "http.response.status_code"],
        Boundaries = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    };

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static string? Version() =>
        typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
}
