using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Trace;
using Piton.Web.Telemetry;

namespace Piton.Web.Tests.Telemetry;

public sealed class TelemetryRegistrationTests
{
    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "/v1/traces")]
    public void AddPitonTelemetry_WhenTheEndpointIsNoAddress_ShouldSayWhichSettingAndWhatWouldBeRight(string name, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Registered(name, value));

        Assert.Contains($"{name} is \"{value}\". Give it", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "", false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317", true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://traces.example.org/v1/traces", true)]
    public void AddPitonTelemetry_WithoutAnEndpoint_ShouldTraceNothing(string name, string value, bool traces) =>
        Assert.Equal(traces, Registered(name, value).Any(service => service.ServiceType == typeof(TracerProvider)));

    private static ServiceCollection Registered(string name, string value)
    {
        var services = new ServiceCollection();
        services.AddPitonTelemetry(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build());
        return services;
    }
}
