using Microsoft.Extensions.Diagnostics.HealthChecks;
using Piton.Domain.Library;

namespace Piton.Web.Health;

/// <summary>Whether the library can be changed. One that can only be read is degraded: people still see their pictures.</summary>
internal sealed class LibraryHealthCheck(ILibraryHealth library) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(library.IsReadOnly
            ? HealthCheckResult.Degraded(
                "The library is read-only, since a disk could not be written; the log says more. Check the disk, then start Piton again.",
                data: new Dictionary<string, object> { [HealthChanges.Detail] = library.Reason ?? "" })
            : HealthCheckResult.Healthy());
}
