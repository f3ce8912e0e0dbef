using Microsoft.Extensions.Diagnostics.HealthChecks;
using Piton.Domain.Library;

namespace Piton.Web.Health;

/// <summary>Whether the library can be changed. One that can only be read is degraded: people still see their pictures.</summary>
internal sealed class LibraryHealthCheck(ILibraryHealth library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(library.IsReadOnly
            ? HealthCheckResult.Degraded($"The library is read-only: {library.Reason}")
            : HealthCheckResult.Healthy());
}
